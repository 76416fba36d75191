//! Round trips from the PIN to a full home, beside a client that makes the same calls one after another.

use std::{
    collections::BTreeSet,
    fs,
    sync::Arc,
    time::{Duration, Instant},
};

use fl_app::screen::{Block, Screen};
use fl_domain::{
    Inn, Secret,
    service::{Page, Question, account},
};
use fl_gateway::{Auth, Body, Gateway, Method, Profile, Request, Response, SignInAnswer};
use fl_sandbox::SandboxConfig;
use reqwest::{Client, multipart::Form};
use rustls::{
    ClientConfig, RootCertStore,
    pki_types::{CertificateDer, pem::PemObject},
};

use crate::{
    Outcome, Settings,
    measure::paired_times,
    row::{Budget, Figure, Row},
    stage::{Device, Hands, Stage, Watch},
};

/// What every answer of the service takes: far more than anything here computes.
const TRIP: Duration = Duration::from_millis(100);
/// Someone with every part of a home.
const PERSON: &str = "debt";

pub(super) fn rows(_: &Settings) -> Outcome<Vec<Row>> {
    let stage = Stage::new(SandboxConfig { tls: true, delay: TRIP, ..SandboxConfig::default() })?;
    let mut connections = None;
    let mut calls = BTreeSet::new();
    let (ours, other) = paired_times(
        7,
        |_| {
            let (time, asked, open) = engine(&stage)?;
            // Before anybody else connects.
            connections.get_or_insert(open);
            calls.insert(asked);
            Ok(time)
        },
        |_| {
            stage.sandbox.control().clear_requests();
            stage.server.block_on(one_after_another(&stage))
        },
    )?;
    let peer_calls = asked(&stage);
    if !calls.iter().all(|asked| *asked == peer_calls) {
        return Err(format!("not the same calls: {calls:?}, {peer_calls:?}").into());
    }
    let count = peer_calls.len();
    Ok(vec![
        Row {
            what: format!("engine: round trips to a full home, {count} calls"),
            ours: Figure::trips(ours, TRIP),
            peer: Some(("one after another", Figure::trips(other, TRIP))),
            budget: Budget::AtMost(Figure::Hundredths(200)),
        },
        Row {
            what: "engine: TLS connections for that".to_owned(),
            ours: Figure::Count(connections.unwrap_or_default()),
            peer: None,
            budget: Budget::AtMost(Figure::Count(1)),
        },
    ])
}

/// The data calls since the log was cleared, in an order of their own.
fn asked(stage: &Stage) -> Vec<String> {
    let log = stage.sandbox.control().requests();
    let mut paths: Vec<_> = log.into_iter().map(|r| r.path).filter(|p| p.contains("/api/v1/")).collect();
    paths.sort();
    paths
}

/// From the open account, its PIN derived, to a home that is kept and at rest; what was asked for it; connections.
fn engine(stage: &Stage) -> Outcome<(Duration, Vec<String>, u64)> {
    let device = Device::new()?;
    let engine = stage.open(&device)?;
    let card = stage.card(PERSON)?;
    engine.sign_in(&card.inn, &card.password)?;
    engine.expect("choose-pin")?;
    stage.sandbox.control().clear_requests();
    let watch = Watch::on(&engine)?;
    engine.touches("keep-pin")?;
    let ended = Instant::now();
    if !is_full(&engine.screen()) {
        return Err(format!("not a full home:\n{}", engine.screen()).into());
    }
    let began = watch.first(|screen| screen.key() == "home")?;
    Ok((ended.duration_since(began), asked(stage), connections(stage)?))
}

/// Every part that this person's account has, from the service and just now.
fn is_full(screen: &Screen) -> bool {
    const PARTS: [&str; 7] =
        ["status", "balance", "accrued", "overdue", "arrears-0", "accruals-0", "letters"];
    let has = |key: &str| screen.blocks.iter().map(Block::key).any(|k| k == key);
    screen.key() == "home" && !screen.busy && screen.notice.is_none() && PARTS.into_iter().all(has)
}

/// Connections to the sandbox that this process has open now.
fn connections(stage: &Stage) -> Outcome<u64> {
    const ESTABLISHED: &str = "01";
    let port: u16 = stage.sandbox.base_url().rsplit(':').next().ok_or("no port")?.parse()?;
    let port = format!(":{port:04X}");
    let table = fs::read_to_string("/proc/self/net/tcp")?;
    let is_ours = |line: &&str| {
        let fields: Vec<_> = line.split_whitespace().collect();
        matches!(fields[..], [_, _, to, told, ..] if to.ends_with(&port) && told == ESTABLISHED)
    };
    Ok(u64::try_from(table.lines().filter(is_ours).count())?)
}

/// The same calls on one connection, which is open and signed in, each after the answer to the one before.
async fn one_after_another(stage: &Stage) -> Outcome<Duration> {
    let profile = Profile::parse(&stage.sandbox.profile_toml())?;
    let client = client(&profile)?;
    let gateway = Gateway::new(profile);
    let card = stage.card(PERSON)?;
    let (inn, password) = (Inn::parse(&card.inn)?, Secret::new(&card.password));
    let answer = send(&client, &gateway.sign_in(&inn, &password, None), None, stage).await?;
    let Ok(SignInAnswer::Accepted(tokens)) = gateway.sign_in_answer(&answer) else {
        return Err("not signed in".into());
    };
    let page = |number| Page { number, size: 50 };
    // Of each list the page that says that there is no more.
    let (first, second) = (page(0), page(1));
    let began = Instant::now();
    for ask in [
        account::EnsBalance.ask(),
        account::LiabilityTotals.ask(),
        account::Taxpayer.ask(),
        account::PaymentTotals.ask(),
        account::Incomes.ask(),
        account::Accruals(first).ask(),
        account::Accruals(second).ask(),
        account::Arrears(first).ask(),
        account::Arrears(second).ask(),
        account::History(first).ask(),
        account::History(second).ask(),
    ] {
        let answer = send(
            &client,
            &gateway.ask(&ask).map_err(|failure| format!("{failure:?}"))?,
            Some(&tokens.access),
            stage,
        )
        .await?;
        gateway.told(&ask, &answer).map_err(|failure| format!("{failure:?}"))?;
    }
    Ok(began.elapsed())
}

fn client(profile: &Profile) -> Outcome<Client> {
    let mut roots = RootCertStore::empty();
    for pem in profile.anchors() {
        roots.add(CertificateDer::from_pem_slice(pem.as_bytes())?)?;
    }
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let mut tls = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()?
        .with_root_certificates(roots)
        .with_no_client_auth();
    tls.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
    // This machine is reached through no proxy, whatever the environment says.
    Ok(Client::builder().tls_backend_preconfigured(tls).no_proxy().build()?)
}

async fn send(
    client: &Client,
    request: &Request,
    access: Option<&Secret>,
    stage: &Stage,
) -> Outcome<Response> {
    let mut builder = match request.method {
        Method::Get => client.get(&request.url),
        Method::Post => client.post(&request.url),
    };
    for (name, value) in &request.headers {
        builder = builder.header(*name, value);
    }
    builder = match (&request.auth, access) {
        (Auth::Basic { user, password }, _) => builder.basic_auth(user, Some(password.expose())),
        (Auth::Bearer, Some(token)) => builder.bearer_auth(token.expose()),
        (Auth::Bearer, None) | (Auth::None, _) => builder,
    };
    builder = match &request.body {
        Body::None => builder,
        // Home asks nothing that brings files along.
        Body::Json(text) | Body::Attached { form: text, .. } => builder.body(text.expose().to_owned()),
        Body::Multipart(fields) => builder.multipart(
            fields
                .iter()
                .fold(Form::new(), |form, (name, value)| form.text(*name, value.expose().to_owned())),
        ),
    };
    let answer = builder.send().await?;
    Ok(Response {
        status: answer.status().as_u16(),
        content_type: None,
        retry_after: None,
        date: None,
        body: answer.bytes().await?.to_vec(),
        received_at: stage.sandbox.control().now(),
    })
}
