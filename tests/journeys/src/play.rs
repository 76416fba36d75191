mod outside;

use crate::{Language, Seen, Shell, Step, Story, Stuck, Target, Taxpayer, Verb, fill::fill};

/// How a story went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// The story's name.
    pub name: String,
    /// How many of its steps went well.
    pub passed: usize,
    /// The first that did not; the rest was not tried.
    pub failed: Option<Failed>,
}

/// The step that failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failed {
    /// Its line in the file; 0 while the story was being set up.
    pub line: usize,
    /// The line as written.
    pub step: String,
    /// What was wrong.
    pub why: String,
    /// What was on the screen.
    pub seen: Seen,
}

/// Plays a story until its end or the first step that fails. `told` hears of each step that went well.
pub fn play(story: &Story, shell: &mut dyn Shell, told: &mut dyn FnMut(&Step)) -> Report {
    let mut report = Report { name: story.name.clone(), passed: 0, failed: None };
    let failed = |line, step: &str, why: Stuck, shell: &mut dyn Shell| {
        Some(Failed { line, step: step.to_owned(), why: why.0, seen: shell.seen() })
    };
    let mut player = match Player::begin(story, shell) {
        Ok(player) => player,
        Err(why) => {
            report.failed = failed(0, "the header", why, shell);
            return report;
        }
    };
    for step in &story.steps {
        // An answer that could not be given as it is scripted is none that the story is about, whatever is seen then.
        let done = player.step(&step.verb, shell).and_then(|()| shell.script_trouble().map_or(Ok(()), Err));
        if let Err(why) = done {
            report.failed = failed(step.line, &step.source, why, shell);
            return report;
        }
        report.passed += 1;
        told(step);
    }
    // A wrong path would make a story pass that proves nothing.
    if let Some(script) = shell.script_never_given() {
        let why = Stuck(format!("no request was answered by `{script}`"));
        let last = story.steps.last().map_or(0, |step| step.line);
        report.failed = failed(last, "the end", why, shell);
    }
    report
}

struct Player {
    taxpayer: Taxpayer,
    language: Language,
    /// The app is on the device anew and was not opened since: it has forgotten its language.
    is_fresh: bool,
}

impl Player {
    fn begin(story: &Story, shell: &mut dyn Shell) -> Result<Self, Stuck> {
        let mut player =
            Self { taxpayer: shell.taxpayer(&story.taxpayer)?, language: story.language, is_fresh: true };
        player.speak(shell)?;
        Ok(player)
    }

    /// A fresh app is told the story's language.
    fn speak(&mut self, shell: &mut dyn Shell) -> Result<(), Stuck> {
        // Russian is what a fresh device speaks; the story's own steps see to it that this is so.
        if std::mem::take(&mut self.is_fresh) && self.language == Language::En {
            shell.language(self.language)?;
        }
        Ok(())
    }

    fn step(&mut self, verb: &Verb, shell: &mut dyn Shell) -> Result<(), Stuck> {
        match verb {
            Verb::Taxpayer(key) => self.taxpayer = shell.taxpayer(key)?,
            Verb::Type { key, text } => {
                let text = self.fill(text, shell)?;
                shell.type_text(key, &text)?;
            }
            Verb::Paste { key, text } => {
                let text = self.fill(text, shell)?;
                shell.paste(key, &text)?;
            }
            Verb::Clear(key) => shell.clear(key)?,
            Verb::Tap(target) => shell.tap(target)?,
            Verb::Link(url) => shell.link(url)?,
            Verb::Back => shell.back()?,
            Verb::Refresh => shell.refresh()?,
            Verb::ScrollEnd => shell.scroll_end()?,
            Verb::Screen(_) | Verb::See(_) | Verb::SeeAt { .. } | Verb::NotSee(_) | Verb::Absent(_) => {
                self.look(verb, shell)?;
            }
            Verb::Fault(fault) => shell.fault(*fault)?,
            Verb::NoFault(name) => shell.no_fault(*name)?,
            Verb::Later(by) => shell.later(*by)?,
            Verb::ClockBack(by) => shell.clock_back(*by)?,
            Verb::ClockForward(by) => shell.clock_forward(*by)?,
            Verb::Kill => shell.kill()?,
            Verb::Open => {
                shell.open()?;
                self.speak(shell)?;
            }
            Verb::Reinstall => {
                shell.reinstall()?;
                self.is_fresh = true;
            }
            Verb::Revoke => shell.revoke(&self.taxpayer.inn)?,
            Verb::Expire => shell.expire(&self.taxpayer.inn)?,
            Verb::Operation { amount, text } => shell.operation(&self.taxpayer.inn, amount, text)?,
            Verb::CaptchaAnswer => {
                let digits = shell.captcha_answer(&self.taxpayer.inn)?;
                shell.type_text("captcha", &digits)?;
            }
            Verb::ForgetRequests => shell.forget_requests()?,
            Verb::NoRequests => {
                let requests = shell.requests()?;
                expect(requests.is_empty(), || format!("there were some: {}", requests.join(", ")))?;
            }
            Verb::Requests { count, path } => {
                let requests = shell.requests()?;
                let found = requests.iter().filter(|request| request.ends_with(path)).count();
                expect(found == *count, || format!("there were {found}, of: {}", requests.join(", ")))?;
            }
            Verb::NothingKept => {
                let kept = shell.kept();
                expect(kept.is_none(), || kept.unwrap_or_default())?;
            }
            Verb::Browser(answer) => self.browser(answer, shell)?,
            Verb::Opened(opened) => self.opened(opened, shell)?,
            Verb::Mail(mail) => self.mail(mail, shell)?,
            Verb::Finger(finger) => shell.finger(*finger)?,
            Verb::Picks(pick) => shell.picks(pick)?,
            Verb::Service(service) => self.service(service, shell)?,
            Verb::SignIn | Verb::ChoosePin(_) | Verb::Unlock(_) | Verb::Lock => self.often(verb, shell)?,
        }
        Ok(())
    }

    /// What is on the screen, and what is not.
    fn look(&self, verb: &Verb, shell: &mut dyn Shell) -> Result<(), Stuck> {
        match verb {
            Verb::Screen(id) => {
                let seen = shell.seen().screen;
                expect(seen == *id, || format!("this is the screen `{seen}`"))
            }
            Verb::See(text) => {
                let text = self.fill(text, shell)?;
                expect(contains(&shell.seen().text, &text), || "this is not seen".to_owned())
            }
            Verb::SeeAt { key, text } => {
                let text = self.fill(text, shell)?;
                let seen = shell.seen_at(key).ok_or_else(|| Stuck::new(format!("there is no `{key}`")))?;
                expect(contains(&seen, &text), || format!("`{key}` says: {seen}"))
            }
            Verb::NotSee(text) => {
                let text = self.fill(text, shell)?;
                expect(!contains(&shell.seen().text, &text), || "this is seen".to_owned())
            }
            Verb::Absent(key) => {
                let seen = shell.seen_at(key);
                expect(seen.is_none(), || format!("`{key}` says: {}", seen.unwrap_or_default()))
            }
            _ => Ok(()),
        }
    }

    /// What so many stories do that it has a step of its own.
    fn often(&self, verb: &Verb, shell: &mut dyn Shell) -> Result<(), Stuck> {
        let key = |key: &str| Target::Key(key.to_owned());
        match verb {
            Verb::SignIn => {
                shell.type_text("inn", &self.taxpayer.inn)?;
                shell.type_text("password", &self.taxpayer.password)?;
                shell.tap(&key("sign-in"))
            }
            Verb::ChoosePin(pin) => {
                shell.type_text("pin", pin)?;
                shell.type_text("pin-again", pin)?;
                shell.tap(&key("keep-pin"))
            }
            Verb::Unlock(pin) => {
                shell.type_text("pin", pin)?;
                shell.tap(&key("unlock"))
            }
            Verb::Lock => {
                shell.tap(&key("tab-settings"))?;
                shell.tap(&key("lock-now"))
            }
            _ => Ok(()),
        }
    }

    fn fill(&self, text: &str, shell: &mut dyn Shell) -> Result<String, Stuck> {
        fill(text, &self.taxpayer, |key| shell.taxpayer(key))
    }
}

fn expect(holds: bool, why: impl FnOnce() -> String) -> Result<(), Stuck> {
    if holds { Ok(()) } else { Err(Stuck(why())) }
}

/// Spaces that keep an amount in one line count as spaces: a story is typed with the space bar.
fn contains(seen: &str, text: &str) -> bool {
    let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    plain(seen).contains(&plain(text))
}
