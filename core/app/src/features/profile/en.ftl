profile-here = On this device
