//! The steps about what is neither on the screen nor in the app.

use super::{Player, contains, expect};
use crate::{Answer, Letter, Mail, Opened, Service, Shell, Stuck};

impl Player {
    pub(super) fn browser(&self, answer: &Answer, shell: &mut dyn Shell) -> Result<(), Stuck> {
        let inn = match answer {
            Answer::Agree { who: Some(key) } => shell.taxpayer(key)?.inn,
            Answer::Agree { who: None } | Answer::Deny | Answer::Foreign | Answer::Close => {
                self.taxpayer.inn.clone()
            }
        };
        shell.browser(answer, &inn)
    }

    pub(super) fn opened(&self, opened: &Opened, shell: &mut dyn Shell) -> Result<(), Stuck> {
        if *opened == Opened::Forget {
            return shell.forget_opened();
        }
        let addresses = shell.opened()?;
        let last = addresses.last();
        match opened {
            Opened::Last(part) => {
                let part = self.fill(part, shell)?;
                let last = last.ok_or_else(|| Stuck::new("nothing was opened"))?;
                expect(contains(last, &part), || format!("{last} was opened"))
            }
            Opened::Nothing => expect(last.is_none(), || format!("there was some: {}", addresses.join(", "))),
            Opened::Forget => Ok(()),
        }
    }

    pub(super) fn mail(&self, mail: &Mail, shell: &mut dyn Shell) -> Result<(), Stuck> {
        let letters = shell.letters(&self.taxpayer.inn)?;
        // How many newer ones are passed over.
        let newest = |of: fn(&Letter) -> Option<&String>, past: usize| {
            let found = letters.iter().rev().filter_map(of).nth(past).cloned();
            found.ok_or_else(|| Stuck::new(format!("there is no such letter among {}", letters.len())))
        };
        match mail {
            Mail::Open => shell.link(&newest(|letter| letter.app_link.as_ref(), 0)?),
            Mail::Reuse => shell.link(&newest(|letter| letter.app_link.as_ref(), 1)?),
            Mail::Paste(key) => shell.paste(key, &newest(|letter| letter.web_link.as_ref(), 0)?),
            Mail::Code(key) => shell.type_text(key, &newest(|letter| letter.code.as_ref(), 0)?),
            Mail::Nothing => expect(letters.is_empty(), || format!("there are {}", letters.len())),
        }
    }

    pub(super) fn service(&self, service: &Service, shell: &mut dyn Shell) -> Result<(), Stuck> {
        match service {
            Service::Password(text) => {
                let text = self.fill(text, shell)?;
                let is_it = shell.password_is(&self.taxpayer.inn, &text)?;
                expect(is_it, || "the service has another password".to_owned())
            }
            Service::Sessions(count) => {
                let open = shell.sessions(&self.taxpayer.inn)?;
                expect(open == *count, || format!("there are {open}"))
            }
            Service::Stranger { device, place } => shell.sign_in_elsewhere(&self.taxpayer.inn, device, place),
            Service::Forms(count) => {
                let sent = shell.forms(&self.taxpayer.inn)?.len();
                expect(sent == *count, || format!("there are {sent}"))
            }
            Service::Form(text) => {
                let text = self.fill(text, shell)?;
                let forms = shell.forms(&self.taxpayer.inn)?;
                let last = forms.last().ok_or_else(|| Stuck::new("no form was sent"))?;
                expect(contains(last, &text), || format!("the last one is {last}"))
            }
            Service::LoseAnswer(path) => shell.lose_answer(path),
            Service::Script(line) => shell.script(line),
            Service::ShortestPassword(characters) => shell.shortest_password(*characters),
        }
    }
}
