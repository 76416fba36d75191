//! Who answers is told apart from nobody answering; what is said to this machine, or to a service, reaches nobody in between.

use std::{
    future::Future,
    sync::{Arc, Mutex},
};

use fl_app::Moment;
use fl_domain::{Inn, service::SignIn};
use fl_gateway::Gateway;
use rcgen::{
    BasicConstraints, CertificateParams, CertifiedIssuer, DnType, ExtendedKeyUsagePurpose, IsCa, KeyPair,
    KeyUsagePurpose, date_time_ymd,
};
use rustls::{
    ServerConfig,
    pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer},
};
use tokio::{
    io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt, copy_bidirectional},
    net::{TcpListener, TcpStream},
    sync::watch,
};
use tokio_rustls::TlsAcceptor;

use super::*;
use crate::{
    ManualClock,
    service::{Patience, Service},
    trusted::TrustedClock,
};

const PASSWORD: &str = "Pässw0rd-needle";
const TOKENS: &str = r#"{"access_token":"a","refresh_token":"r","expires_in":300}"#;

fn run(test: impl Future<Output = ()>) {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    runtime.block_on(test);
}

fn inn() -> Inn {
    Inn::made_up(7_700_123_456)
}

type Authority = CertifiedIssuer<'static, KeyPair>;

/// One that signs certificates; all of them have one name, so that only the key tells them apart.
fn authority(name: &str) -> Authority {
    let mut authority = CertificateParams::default();
    authority.distinguished_name.push(DnType::CommonName, name);
    authority.is_ca = IsCa::Ca(BasicConstraints::Constrained(0));
    authority.key_usages = vec![KeyUsagePurpose::KeyCertSign];
    CertifiedIssuer::self_signed(authority, KeyPair::generate().unwrap()).unwrap()
}

fn leaf(host: &str) -> CertificateParams {
    let mut leaf = CertificateParams::new([host.to_owned()]).unwrap();
    leaf.extended_key_usages = vec![ExtendedKeyUsagePurpose::ServerAuth];
    leaf
}

fn acceptor(authority: &Authority, leaf: &CertificateParams) -> TlsAcceptor {
    let key = KeyPair::generate().unwrap();
    let certificate = leaf.clone().signed_by(&key, authority).unwrap();
    let key = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(key.serialize_der()));
    let config = ServerConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![certificate.der().clone()], key)
        .unwrap();
    TlsAcceptor::from(Arc::new(config))
}

/// How a connection is met.
#[derive(Clone)]
enum Met {
    /// By TLS, and each request by tokens.
    Tls(TlsAcceptor),
    /// By an answer in plain text, whatever came.
    Plain,
    /// By nothing: it ends after the first bytes.
    Closed,
}

/// Something that listens, and what reached it.
struct Listener {
    port: u16,
    connections: Arc<watch::Sender<usize>>,
    /// In plain text, whoever decrypted it.
    heard: Arc<Mutex<Vec<u8>>>,
}

impl Listener {
    async fn start<F>(meet: impl Fn(TcpStream, Arc<Mutex<Vec<u8>>>) -> F + Send + 'static) -> Self
    where
        F: Future<Output = ()> + Send + 'static,
    {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let (connections, heard) = (Arc::new(watch::Sender::new(0)), Arc::<Mutex<Vec<u8>>>::default());
        let (counted, bytes) = (Arc::clone(&connections), Arc::clone(&heard));
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                counted.send_modify(|count| *count += 1);
                tokio::spawn(meet(stream, Arc::clone(&bytes)));
            }
        });
        Self { port, connections, heard }
    }

    async fn service(met: Met) -> Self {
        Self::start(move |stream, heard| meet(stream, met.clone(), heard)).await
    }

    /// Takes every CONNECT to this port of this machine, whatever host is named.
    async fn proxy(to: u16) -> Self {
        Self::start(move |stream, heard| tunnel(stream, to, heard)).await
    }

    fn connections(&self) -> usize {
        *self.connections.borrow()
    }

    fn heard(&self) -> String {
        String::from_utf8_lossy(&self.heard.lock().unwrap()).into_owned()
    }
}

async fn meet(mut stream: TcpStream, met: Met, heard: Arc<Mutex<Vec<u8>>>) {
    match met {
        Met::Tls(acceptor) => {
            if let Ok(stream) = acceptor.accept(stream).await {
                answer(stream, &heard).await;
            }
        }
        Met::Plain => answer(stream, &heard).await,
        Met::Closed => {
            let _ = stream.read(&mut [0; 16]).await;
        }
    }
}

/// Answers each part that comes.
async fn answer(mut stream: impl AsyncRead + AsyncWrite + Unpin, heard: &Mutex<Vec<u8>>) {
    let text = format!(
        "HTTP/1.1 200 X\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n{TOKENS}",
        TOKENS.len()
    );
    let mut part = [0; 4096];
    let mut bytes = 0;
    while let Ok(read @ 1..) = stream.read(&mut part).await {
        heard.lock().unwrap().extend_from_slice(&part[..read]);
        let all = String::from_utf8_lossy(&heard.lock().unwrap()[bytes..]).into_owned();
        // A form ends with its boundary and two hyphens; a request without a body with its text.
        if all.ends_with("--\r\n") || (all.starts_with("GET") && all.ends_with("\r\n\r\n")) || !all.is_ascii()
        {
            bytes = heard.lock().unwrap().len();
            if stream.write_all(text.as_bytes()).await.is_err() {
                return;
            }
        }
    }
}

async fn tunnel(mut stream: TcpStream, to: u16, heard: Arc<Mutex<Vec<u8>>>) {
    let mut text = Vec::new();
    while !text.ends_with(b"\r\n\r\n") {
        match stream.read_u8().await {
            Ok(byte) => text.push(byte),
            Err(_) => break,
        }
    }
    heard.lock().unwrap().extend_from_slice(&text);
    if !text.starts_with(b"CONNECT ") {
        return;
    }
    let _ = stream.write_all(b"HTTP/1.1 200 Connection established\r\n\r\n").await;
    // What goes through is listened to as well.
    let listened = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
    let inner = listened.local_addr().unwrap();
    tokio::spawn(async move {
        let (mut near, _) = listened.accept().await.unwrap();
        let mut far = TcpStream::connect(("127.0.0.1", to)).await.unwrap();
        let _ = copy_bidirectional(&mut near, &mut far).await;
    });
    let (mut from, mut into) = stream.into_split();
    let (mut back, mut on) = TcpStream::connect(inner).await.unwrap().into_split();
    tokio::spawn(async move { tokio::io::copy(&mut back, &mut into).await });
    let mut part = [0; 4096];
    while let Ok(read @ 1..) = from.read(&mut part).await {
        heard.lock().unwrap().extend_from_slice(&part[..read]);
        if on.write_all(&part[..read]).await.is_err() {
            return;
        }
    }
}

fn profile(base: &str, anchor: Option<&Authority>) -> Profile {
    let anchors = anchor.map(|anchor| format!("anchors = [\"\"\"{}\"\"\"]", anchor.pem().trim()));
    let anchors = anchors.unwrap_or_default();
    Profile::parse(&format!("name = \"x\"\nclient_id = \"c\"\nbase_url = \"{base}\"\n{anchors}")).unwrap()
}

/// Asks for a code picture, which may be repeated, and signs in, which may not; answers both failures.
async fn failures(listener: &Listener, anchor: &Authority) -> (Failure, Failure) {
    let profile = profile(&format!("https://127.0.0.1:{}", listener.port), Some(anchor));
    let folder = tempfile::tempdir().unwrap();
    let clock = ManualClock::new(Moment::new(Timestamp::UNIX_EPOCH, 0));
    let clock = TrustedClock::new(Arc::new(clock), folder.path().join("service-time.json"));
    let service = Service::new(profile, Arc::new(clock), Patience::brisk()).unwrap();
    let picture = service.captcha(&inn()).await.err().unwrap();
    let sign_in: Result<SignIn, Failure> = service.sign_in(&inn(), &PASSWORD.into(), None).await;
    (picture, sign_in.err().unwrap())
}

#[test]
fn who_cannot_prove_to_be_the_service_is_named_and_not_asked_again() {
    run(async {
        let known = authority("known");
        let mut over = leaf("127.0.0.1");
        (over.not_before, over.not_after) = (date_time_ymd(1999, 1, 1), date_time_ymd(2001, 1, 1));
        let mut ahead = leaf("127.0.0.1");
        (ahead.not_before, ahead.not_after) = (date_time_ymd(2190, 1, 1), date_time_ymd(2191, 1, 1));
        let table = [
            (
                "an unknown issuer",
                Met::Tls(acceptor(&authority("unknown"), &leaf("127.0.0.1"))),
                CertificateFault::Untrusted,
            ),
            (
                "one by a known name",
                Met::Tls(acceptor(&authority("known"), &leaf("127.0.0.1"))),
                CertificateFault::Untrusted,
            ),
            ("expired", Met::Tls(acceptor(&known, &over)), CertificateFault::OutOfTime),
            ("not yet good", Met::Tls(acceptor(&known, &ahead)), CertificateFault::OutOfTime),
            ("another host", Met::Tls(acceptor(&known, &leaf("other.test"))), CertificateFault::OtherHost),
            ("no TLS at all", Met::Plain, CertificateFault::Unusable),
        ];
        for (what, met, fault) in table {
            let listener = Listener::service(met).await;
            let failed = failures(&listener, &known).await;
            assert_eq!(failed, (Failure::NotSafe(fault), Failure::NotSafe(fault)), "{what}");
            assert_eq!(listener.connections(), 2, "{what}: once for each question");
            assert!(!listener.heard().contains("needle"), "{what}");
        }
        // The same with nothing wrong about it.
        let listener = Listener::service(Met::Tls(acceptor(&known, &leaf("127.0.0.1")))).await;
        let wire =
            Wire::new(&profile(&format!("https://127.0.0.1:{}", listener.port), Some(&known)), |_| None);
        assert_eq!(sign_in(&wire.unwrap(), &listener).await, Some(200));
    });
}

#[test]
fn a_connection_that_ends_in_the_handshake_is_a_network_fault() {
    run(async {
        let listener = Listener::service(Met::Closed).await;
        let failed = failures(&listener, &authority("known")).await;
        let none = || Failure::Offline(OfflineCause::NoNetwork);
        assert_eq!(failed, (none(), none()));
    });
}

/// The status of a sign-in at whatever listens on this port.
async fn sign_in(wire: &Wire, listener: &Listener) -> Option<u16> {
    sign_in_at(wire, &format!("https://127.0.0.1:{}", listener.port)).await
}

async fn sign_in_at(wire: &Wire, base: &str) -> Option<u16> {
    let request = Gateway::new(profile(base, None)).sign_in(&inn(), &PASSWORD.into(), None);
    wire.send(&request, None, || Timestamp::UNIX_EPOCH).await.ok().map(|response| response.status)
}

/// An environment in which everything goes through this proxy.
fn all_through(proxy: &Listener) -> impl Fn(&str) -> Option<String> + use<> {
    let address = format!("http://me:hush@127.0.0.1:{}", proxy.port);
    move |name| {
        name.to_ascii_lowercase()
            .ends_with("_proxy")
            .then(|| address.clone())
            .filter(|_| !name.eq_ignore_ascii_case("no_proxy"))
    }
}

#[test]
fn a_sign_in_on_this_machine_tells_a_proxy_nothing() {
    run(async {
        let known = authority("known");
        for (scheme, met) in [("http", Met::Plain), ("https", Met::Tls(acceptor(&known, &leaf("localhost"))))]
        {
            let (service, proxy) = (Listener::service(met).await, Listener::proxy(1).await);
            let base = format!("{scheme}://localhost:{}", service.port);
            let wire = Wire::new(&profile(&base, Some(&known)), all_through(&proxy)).unwrap();
            assert_eq!(sign_in_at(&wire, &base).await, Some(200), "{scheme}");
            wire.hang_up();
            assert_eq!(sign_in_at(&wire, &base).await, Some(200), "{scheme}, connected anew");
            assert!(service.heard().contains("needle"));
            assert_eq!((proxy.connections(), proxy.heard()), (0, String::new()), "{scheme}");
        }
    });
}

#[test]
fn a_service_elsewhere_is_reached_through_the_proxy_which_reads_nothing_of_it() {
    run(async {
        let known = authority("known");
        let service = Listener::service(Met::Tls(acceptor(&known, &leaf("service.test")))).await;
        let proxy = Listener::proxy(service.port).await;
        let wire = Wire::new(&profile("https://service.test", Some(&known)), all_through(&proxy)).unwrap();
        assert_eq!(wire.way.proxy(), Some(format!("127.0.0.1:{}", proxy.port)));
        assert_eq!(sign_in_at(&wire, "https://service.test").await, Some(200));
        assert!(service.heard().contains("needle"));
        let heard = proxy.heard();
        assert!(heard.starts_with("CONNECT service.test:443 HTTP/1.1\r\n"), "{heard}");
        assert!(!heard.contains("needle") && !heard.contains(inn().as_str()));
        // What the proxy leads to has to prove itself likewise.
        let other = Listener::service(Met::Tls(acceptor(&authority("unknown"), &leaf("service.test")))).await;
        let proxy = Listener::proxy(other.port).await;
        let wire = Wire::new(&profile("https://service.test", Some(&known)), all_through(&proxy)).unwrap();
        let request = Gateway::new(profile("https://service.test", None)).captcha(&inn());
        let sent = wire.send(&request, None, || Timestamp::UNIX_EPOCH).await;
        assert!(matches!(sent, Err(WireFault::NotSafe(CertificateFault::Untrusted))), "{sent:?}");
    });
}

#[test]
fn a_proxy_that_cannot_be_spoken_to_is_not_gone_around() {
    run(async {
        let known = authority("known");
        let service = Listener::service(Met::Tls(acceptor(&known, &leaf("127.0.0.1")))).await;
        let base = "https://service.test";
        let environment = |name: &str| (name == "all_proxy").then(|| "socks5://127.0.0.1:1".to_owned());
        let wire = Wire::new(&profile(base, Some(&known)), environment).unwrap();
        assert_eq!(sign_in_at(&wire, base).await, None);
        assert_eq!(service.connections(), 0);
    });
}
