//! What a story says of all that is neither on the screen nor in the app: the browser, letters, the sensor, the service's books.

/// What a person does on the sign-in page of Gosuslugi's double.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Signs in there and agrees: the browser comes back to the app.
    Agree {
        /// Whose key, where it is not the taxpayer whom the story is about.
        who: Option<String>,
    },
    /// Says no: the browser comes back with that.
    Deny,
    /// Another page comes back to the app, with a state that nobody here began.
    Foreign,
    /// Closes the page: nothing comes back.
    Close,
}

/// A step about what the app has opened in the browser.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Opened {
    /// Expects that the last of it has this in its address.
    Last(String),
    /// Expects that there was nothing since the start or the last `forget opened`.
    Nothing,
    /// Forgets it.
    Forget,
}

/// A step about the letters and text messages that the service has sent to the taxpayer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mail {
    /// The newest link leads into the app.
    Open,
    /// So does the one before it.
    Reuse,
    /// The newest link is pasted into this field, as the web address that it is.
    Paste(String),
    /// The newest code is typed into this field.
    Code(String),
    /// Expects that nothing was sent.
    Nothing,
}

/// The finger that the device's sensor is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Finger {
    /// It is the person's own, which the device knows.
    Enrolled,
    /// There is a sensor, and it knows nobody.
    Nobody,
    /// The sensor refuses.
    Refuses,
    /// The device knows others than before: what the earlier ones guarded is gone.
    Changed,
}

/// What comes of picking a file, the next time one is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pick {
    /// One of the stage's made-up files, by its name.
    File(String),
    /// The person picks none.
    Nothing,
    /// The device does not let the app have it.
    Refused,
    /// It is gone between choosing and reading.
    Vanished,
}

/// A step about the service's own books.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Service {
    /// Expects that the taxpayer's password is this one.
    Password(String),
    /// Expects that so many of the taxpayer's sessions are open.
    Sessions(usize),
    /// Somebody else signs in as the taxpayer.
    Stranger {
        /// On what, in the service's words.
        device: String,
        /// Where, likewise.
        place: String,
    },
    /// The next request whose path ends so is answered, and the answer is lost on the way.
    LoseAnswer(String),
    /// From now on it answers as this line says, in the sandbox's words, which are no concern of a story's.
    Script(String),
    /// Expects that the last form that the taxpayer sent has this in it, with its files.
    Form(String),
    /// Expects that the taxpayer sent so many forms.
    Forms(usize),
    /// From now on it takes no password that is shorter.
    ShortestPassword(u32),
}
