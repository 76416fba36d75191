//! A service whose every answer a test decides, one by one: it can drop a connection, never answer, or wait for something. What
//! the sandbox decides by itself, such as who is signed in, this one does not know.

use std::sync::Arc;

use futures::future::BoxFuture;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    sync::watch,
};

use fl_gateway::Profile;

/// A request as it came.
#[derive(Clone, Debug)]
pub(crate) struct Asked {
    pub(crate) path: String,
    /// The access token, if one was sent.
    pub(crate) bearer: Option<String>,
    pub(crate) body: String,
    /// How many requests for this path came before it.
    pub(crate) before: usize,
}

/// What happens to it.
pub(crate) enum Said {
    Answer {
        status: u16,
        headers: Vec<(&'static str, String)>,
        body: String,
    },
    /// The connection ends without an answer.
    Dropped,
    /// The connection ends in the middle of one.
    CutOff(String),
    /// Nothing ever comes.
    Nothing,
}

impl Said {
    pub(crate) fn json(status: u16, body: &str) -> Self {
        let headers = vec![("Content-Type", "application/json".to_owned())];
        Self::Answer { status, headers, body: body.to_owned() }
    }
}

/// What has happened so far.
#[derive(Clone, Debug, Default)]
pub(crate) struct Log {
    pub(crate) asked: Vec<Asked>,
    pub(crate) connections: usize,
    /// Answers that said 401.
    pub(crate) rejected: usize,
    /// Connections that the client closed.
    pub(crate) closed: usize,
}

impl Log {
    pub(crate) fn count(&self, path: &str) -> usize {
        self.asked.iter().filter(|asked| asked.path.ends_with(path)).count()
    }
}

/// Decides what happens to a request.
type Script = dyn Fn(Asked) -> BoxFuture<'static, Said> + Send + Sync;

/// It listens until its runtime ends.
#[derive(Clone)]
pub(crate) struct Double {
    log: Arc<watch::Sender<Log>>,
    port: u16,
}

impl Double {
    pub(crate) async fn start(
        script: impl Fn(Asked) -> BoxFuture<'static, Said> + Send + Sync + 'static,
    ) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let log = Arc::new(watch::Sender::new(Log::default()));
        let (theirs, script): (_, Arc<Script>) = (Arc::clone(&log), Arc::new(script));
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                theirs.send_modify(|log| log.connections += 1);
                let (log, script) = (Arc::clone(&theirs), Arc::clone(&script));
                tokio::spawn(async move {
                    if serve(stream, &log, &*script).await.is_none() {
                        log.send_modify(|log| log.closed += 1);
                    }
                });
            }
        });
        Self { log, port }
    }

    pub(crate) fn profile(&self) -> Profile {
        self.profile_with("hosts = [\"127.0.0.1\"]")
    }

    pub(crate) fn profile_with(&self, lines: &str) -> Profile {
        let toml = format!(
            "name = \"double\"\nbase_url = \"http://127.0.0.1:{}\"\nclient_id = \"app\"\n\
             offers = [\"password\", \"recovery\", \"contacts\", \"esia\", \"sign-ins\"]\n{lines}\n",
            self.port
        );
        Profile::parse(&toml).unwrap()
    }

    pub(crate) fn log(&self) -> Log {
        self.log.borrow().clone()
    }

    /// Waits until it is so; for scripts too.
    pub(crate) async fn until(&self, is_so: impl Fn(&Log) -> bool) {
        until(&self.log, is_so).await;
    }
}

async fn until(log: &watch::Sender<Log>, is_so: impl Fn(&Log) -> bool) {
    let mut log = log.subscribe();
    let waited = tokio::time::timeout(std::time::Duration::from_mins(1), log.wait_for(is_so)).await;
    assert!(waited.is_ok(), "that never came");
}

/// `None` once the client has closed the connection, `Some` if that was done here.
async fn serve(mut stream: TcpStream, log: &watch::Sender<Log>, script: &Script) -> Option<()> {
    let mut bytes = Vec::new();
    loop {
        let asked = loop {
            if let Some(asked) = request(&mut bytes) {
                break asked;
            }
            let mut part = [0; 4096];
            match stream.read(&mut part).await {
                Ok(0) | Err(_) => return None,
                Ok(read) => bytes.extend_from_slice(&part[..read]),
            }
        };
        let mut asked = asked;
        log.send_modify(|log| {
            asked.before = log.count(&asked.path);
            log.asked.push(asked.clone());
        });
        let (head, body, rejects) = match script(asked).await {
            Said::Answer { status, headers, body } => {
                let headers: String =
                    headers.iter().map(|(name, value)| [name, ": ", value, "\r\n"].concat()).collect();
                (
                    format!("HTTP/1.1 {status} X\r\n{headers}Content-Length: {}\r\n\r\n", body.len()),
                    body,
                    status == 401,
                )
            }
            Said::CutOff(body) => {
                let head = format!("HTTP/1.1 200 X\r\nContent-Length: {}\r\n\r\n", body.len() + 100);
                let _ = stream.write_all(format!("{head}{body}").as_bytes()).await;
                return Some(());
            }
            Said::Dropped => return Some(()),
            Said::Nothing => std::future::pending().await,
        };
        stream.write_all(format!("{head}{body}").as_bytes()).await.ok()?;
        log.send_modify(|log| log.rejected += usize::from(rejects));
    }
}

/// Takes one whole request off the front.
fn request(bytes: &mut Vec<u8>) -> Option<Asked> {
    let end = bytes.windows(4).position(|four| four == b"\r\n\r\n")? + 4;
    let head = String::from_utf8(bytes[..end].to_vec()).unwrap();
    let header = |name: &str| {
        let of = |line: &str| {
            line.split_once(": ").filter(|(n, _)| n.eq_ignore_ascii_case(name)).map(|(_, v)| v.to_owned())
        };
        head.lines().find_map(of)
    };
    let length = header("content-length").map_or(0, |length| length.parse().unwrap());
    let body = bytes.get(end..end + length)?.to_vec();
    bytes.drain(..end + length);
    let target = head.split(' ').nth(1).unwrap();
    Some(Asked {
        path: target.split('?').next().unwrap().to_owned(),
        bearer: header("authorization").and_then(|value| value.strip_prefix("Bearer ").map(str::to_owned)),
        body: String::from_utf8_lossy(&body).into_owned(),
        before: 0,
    })
}
