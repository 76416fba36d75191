profile-here = На этом устройстве
