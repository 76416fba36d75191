//! A sign-in in the browser that comes back to this machine: a listener on loopback that lives as long as the sign-in does and
//! takes one redirect.

use std::{
    io::{self, BufRead, BufReader, Read, Write},
    net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    thread,
    time::Duration,
};

use fl_runtime::{Answer, PlatformError};
use tokio::sync::oneshot::{self, Receiver, Sender};

/// The one path that is answered.
const PATH: &str = "/esia";
/// No request is longer: a redirect holds a code and a state, and a browser adds its headers.
const LONGEST: u64 = 64 * 1024;
/// A browser opens connections that it then sends nothing on.
const PATIENCE: Duration = Duration::from_secs(10);
const PAGE: &str = "<!doctype html><meta charset=\"utf-8\"><title>FL Taxes</title>\
    <p>Вернитесь в приложение.</p><p>Go back to the app.</p>";

/// The sign-in under way, if there is one. The next takes its place, and then it is cancelled.
#[derive(Default)]
pub(crate) struct SignIns(Mutex<Option<Underway>>);

struct Underway {
    redirect: String,
    /// Until the page is opened.
    coming: Option<Receiver<String>>,
    /// The page in the browser, once it is opened.
    page: Option<String>,
    door: Shutting,
}

/// Whoever comes first through it with a redirect ends the sign-in.
struct Door {
    at: SocketAddr,
    /// Gone once it was used or shut: then nobody is let in any more.
    answer: Mutex<Option<Sender<String>>>,
}

/// Shuts the door with whoever waited for it.
struct Shutting(Arc<Door>);

impl Drop for Shutting {
    fn drop(&mut self) {
        self.0.shut();
    }
}

impl SignIns {
    fn underway(&self) -> MutexGuard<'_, Option<Underway>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Begins, and says where it comes back to.
    pub(crate) fn begin(&self) -> io::Result<String> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let at = listener.local_addr()?;
        let (answer, coming) = oneshot::channel();
        let door = Arc::new(Door { at, answer: Mutex::new(Some(answer)) });
        let redirect = format!("http://{at}{PATH}");
        let shutting = Shutting(Arc::clone(&door));
        thread::Builder::new().name("fl-sign-in".to_owned()).spawn(move || door.keep(&listener))?;
        let underway =
            Underway { redirect: redirect.clone(), coming: Some(coming), page: None, door: shutting };
        // The one before is dropped without the lock: it shuts its door.
        let before = self.underway().replace(underway);
        drop(before);
        Ok(redirect)
    }

    /// The page is open in the browser; the redirect is waited for.
    pub(crate) fn wait(&self, url: &str, redirect: &str) -> Answer<Option<String>> {
        let mut underway = self.underway();
        let begun = underway.as_mut().filter(|underway| underway.redirect == redirect);
        let Some((begun, coming)) = begun.and_then(|begun| begun.coming.take().map(|coming| (begun, coming)))
        else {
            return Box::pin(std::future::ready(Err(PlatformError::Cancelled)));
        };
        begun.page = Some(url.to_owned());
        // An answer that nobody waits for any more leaves no door open.
        let shutting = Shutting(Arc::clone(&begun.door.0));
        Box::pin(async move {
            let came = coming.await;
            drop(shutting);
            came.map(Some).map_err(|_| PlatformError::Cancelled)
        })
    }

    /// The page that is open in the browser and was not answered.
    pub(crate) fn page(&self) -> Option<String> {
        let underway = self.underway();
        let open = underway.as_ref().filter(|underway| underway.door.0.answer().is_some())?;
        open.page.clone()
    }

    /// The page was answered without the browser, with this redirect. Says whether it was one for the sign-in under way.
    pub(crate) fn answered(&self, redirect: &str) -> bool {
        let underway = self.underway();
        let Some(underway) = underway.as_ref() else { return false };
        let is_ours = redirect.strip_prefix(&underway.redirect).is_some_and(|rest| rest.starts_with('?'));
        let answer = if is_ours { underway.door.0.answer().take() } else { None };
        answer.is_some_and(|answer| answer.send(redirect.to_owned()).is_ok())
    }

    /// Nothing is under way any more.
    pub(crate) fn end(&self) {
        let before = self.underway().take();
        drop(before);
    }
}

impl Door {
    fn answer(&self) -> MutexGuard<'_, Option<Sender<String>>> {
        self.answer.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn is_shut(&self) -> bool {
        self.answer().is_none()
    }

    /// Lets nobody in any more.
    fn shut(&self) {
        self.answer().take();
        // The keeper waits for somebody to come. Where nobody can, it has gone already.
        let _ = TcpStream::connect(self.at);
    }

    fn keep(self: Arc<Self>, listener: &TcpListener) {
        while !self.is_shut() {
            // A failed accept concerns that one connection.
            let Ok((stream, _)) = listener.accept() else { continue };
            let door = Arc::clone(&self);
            // A connection of its own thread: one that sends nothing must not keep the redirect waiting. Where the system
            // gives no thread, the browser tries again.
            let _ = thread::Builder::new().name("fl-sign-in".to_owned()).spawn(move || door.serve(&stream));
        }
    }

    /// Answers one request.
    fn serve(&self, stream: &TcpStream) {
        if self.is_shut() || stream.set_read_timeout(Some(PATIENCE)).is_err() {
            return;
        }
        let _ = stream.set_write_timeout(Some(PATIENCE));
        // Whoever breaks off gets no answer.
        let Ok(target) = asked(stream) else { return };
        let redirect = target.filter(|target| {
            target.strip_prefix(PATH).is_some_and(|rest| rest.len() > 1 && rest.starts_with('?'))
        });
        let taken = redirect.and_then(|redirect| self.answer().take().map(|answer| (answer, redirect)));
        let Some((answer, redirect)) = taken else {
            let _ = reply(stream, "404 Not Found", "");
            return;
        };
        let _ = reply(stream, "200 OK", PAGE);
        // Nobody may wait for it any more.
        let _ = answer.send(format!("http://{}{redirect}", self.at));
        self.shut();
    }
}

/// What a GET asks for; `None` for any other request. Reads to the end of the request's head.
fn asked(stream: &TcpStream) -> io::Result<Option<String>> {
    let mut lines = BufReader::new(stream.take(LONGEST)).lines();
    let first = lines.next().ok_or(io::ErrorKind::UnexpectedEof)??;
    for line in lines {
        if line?.is_empty() {
            let mut words = first.split(' ');
            let is_get = words.next() == Some("GET");
            return Ok(words.next().filter(|_| is_get).map(str::to_owned));
        }
    }
    Err(io::ErrorKind::UnexpectedEof.into())
}

fn reply(mut stream: &TcpStream, status: &str, page: &str) -> io::Result<()> {
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {}\r\n\
         Cache-Control: no-store\r\nReferrer-Policy: no-referrer\r\nConnection: close\r\n\r\n{page}",
        page.len()
    )?;
    stream.flush()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Sends a request and reads what comes back; nothing where nobody is there.
    fn send(redirect: &str, request: &str) -> String {
        let host = redirect.strip_prefix("http://").unwrap().split('/').next().unwrap();
        let Ok(mut stream) = TcpStream::connect(host) else { return String::new() };
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        let _ = write!(stream, "{request} HTTP/1.1\r\nHost: {host}\r\nAccept: */*\r\n\r\n");
        let mut answer = String::new();
        let _ = stream.read_to_string(&mut answer);
        answer
    }

    fn now<T>(answer: Answer<T>) -> Result<T, PlatformError> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap();
        runtime.block_on(async { tokio::time::timeout(PATIENCE, answer).await.expect("nobody answers") })
    }

    #[test]
    fn one_redirect_is_taken_and_then_nobody_is_there() {
        let sign_ins = SignIns::default();
        let redirect = sign_ins.begin().unwrap();
        assert!(redirect.starts_with("http://127.0.0.1:") && redirect.ends_with("/esia"), "{redirect}");
        assert_eq!(sign_ins.page(), None, "it is not open yet");
        let answer = sign_ins.wait("https://page.test", &redirect);
        assert_eq!(sign_ins.page().as_deref(), Some("https://page.test"));
        // Somebody who says nothing does not keep the others waiting.
        let silent =
            TcpStream::connect(redirect.strip_prefix("http://").unwrap().strip_suffix(PATH).unwrap());
        for stray in
            ["GET /favicon.ico", "GET /", "GET /esia", "GET /esia?", "GET /esiax?code=1", "POST /esia?code=1"]
        {
            assert!(send(&redirect, stray).starts_with("HTTP/1.1 404 "), "{stray}");
        }
        let page = send(&redirect, "GET /esia?code=1&state=2");
        assert!(page.starts_with("HTTP/1.1 200 ") && page.ends_with(PAGE), "{page}");
        assert_eq!(now(answer), Ok(Some(format!("{redirect}?code=1&state=2"))));
        assert_eq!(send(&redirect, "GET /esia?code=3&state=4"), "");
        assert_eq!(sign_ins.page(), None);
        assert!(!sign_ins.answered(&format!("{redirect}?code=5")));
        drop(silent);
    }

    #[test]
    fn the_next_one_cancels_it_and_so_does_the_end() {
        let sign_ins = SignIns::default();
        let first = sign_ins.begin().unwrap();
        let waiting = sign_ins.wait("https://page.test", &first);
        let second = sign_ins.begin().unwrap();
        assert_eq!(now(waiting), Err(PlatformError::Cancelled));
        assert_eq!(send(&first, "GET /esia?code=1"), "");
        assert_eq!(now(sign_ins.wait("https://page.test", &first)), Err(PlatformError::Cancelled));
        let waiting = sign_ins.wait("https://page.test", &second);
        sign_ins.end();
        assert_eq!(now(waiting), Err(PlatformError::Cancelled));
        assert_eq!(send(&second, "GET /esia?code=1"), "");
        let third = sign_ins.begin().unwrap();
        let waiting = sign_ins.wait("https://page.test", &third);
        drop(sign_ins);
        assert_eq!(now(waiting), Err(PlatformError::Cancelled));
        assert_eq!(send(&third, "GET /esia?code=1"), "");
    }

    #[test]
    fn nobody_is_there_once_nobody_waits() {
        let sign_ins = SignIns::default();
        let redirect = sign_ins.begin().unwrap();
        drop(sign_ins.wait("https://page.test", &redirect));
        assert_eq!(send(&redirect, "GET /esia?code=1"), "");
        assert_eq!(sign_ins.page(), None);
    }

    #[test]
    fn the_console_answers_in_the_browsers_place() {
        let sign_ins = SignIns::default();
        assert!(!sign_ins.answered("http://127.0.0.1:1/esia?code=1"), "nothing is under way");
        let redirect = sign_ins.begin().unwrap();
        let answer = sign_ins.wait("https://page.test", &redirect);
        for foreign in
            ["fltaxes://esia?code=1", "http://127.0.0.1:1/esia?code=1", &format!("{redirect}.test?code=1")]
        {
            assert!(!sign_ins.answered(foreign), "{foreign}");
        }
        let ours = format!("{redirect}?code=1&state=2");
        assert!(sign_ins.answered(&ours));
        assert!(!sign_ins.answered(&ours), "once");
        assert_eq!(now(answer), Ok(Some(ours)));
    }
}
