//! Whether a connection failed because whoever answered could not prove to be the service.

use std::{error::Error, io};

use fl_domain::service::CertificateFault;
use rustls::CertificateError;

/// What was wrong with the proof, wherever in the chain of causes it stands; `None` where the connection failed for any other reason.
pub(super) fn certificate_fault(error: &(dyn Error + 'static)) -> Option<CertificateFault> {
    let mut cause = Some(error);
    while let Some(error) = cause {
        if let Some(error) = error.downcast_ref::<rustls::Error>() {
            return Some(of_tls(error));
        }
        // What an I/O error wraps is not among its sources: its own source is that of the wrapped one.
        let wrapped = error.downcast_ref::<io::Error>().and_then(io::Error::get_ref);
        cause = match wrapped {
            Some(wrapped) => Some(wrapped),
            None => error.source(),
        };
    }
    None
}

/// Whatever TLS refuses is no missing network: something answered, and it was not to be trusted with a password.
fn of_tls(error: &rustls::Error) -> CertificateFault {
    match error {
        rustls::Error::InvalidCertificate(error) => of_certificate(error),
        _ => CertificateFault::Unusable,
    }
}

fn of_certificate(error: &CertificateError) -> CertificateFault {
    use CertificateError as E;
    match error {
        // A signature that is not that of the issuer it names: nobody vouches for it either.
        E::UnknownIssuer | E::BadSignature => CertificateFault::Untrusted,
        E::Expired | E::ExpiredContext { .. } | E::NotValidYet | E::NotValidYetContext { .. } => {
            CertificateFault::OutOfTime
        }
        E::NotValidForName | E::NotValidForNameContext { .. } => CertificateFault::OtherHost,
        _ => CertificateFault::Unusable,
    }
}

#[cfg(test)]
mod tests {
    use rustls::{AlertDescription, PeerIncompatible};

    use super::*;

    #[derive(Debug, thiserror::Error)]
    #[error("outer")]
    struct Outer(#[source] io::Error);

    fn deep(error: rustls::Error) -> Option<CertificateFault> {
        certificate_fault(&Outer(io::Error::other(io::Error::new(io::ErrorKind::InvalidData, error))))
    }

    #[test]
    fn each_fault_is_found_however_deep_it_lies() {
        use CertificateError as E;
        use CertificateFault::{OtherHost, OutOfTime, Untrusted, Unusable};
        let table = [
            (E::UnknownIssuer, Untrusted),
            (E::BadSignature, Untrusted),
            (E::Expired, OutOfTime),
            (E::NotValidYet, OutOfTime),
            (E::NotValidForName, OtherHost),
            (E::Revoked, Unusable),
            (E::BadEncoding, Unusable),
            (E::InvalidPurpose, Unusable),
        ];
        for (error, fault) in table {
            assert_eq!(deep(rustls::Error::InvalidCertificate(error.clone())), Some(fault), "{error:?}");
        }
        let others = [
            rustls::Error::AlertReceived(AlertDescription::HandshakeFailure),
            rustls::Error::PeerIncompatible(PeerIncompatible::NoCipherSuitesInCommon),
            rustls::Error::General("x".to_owned()),
        ];
        for error in others {
            assert_eq!(deep(error.clone()), Some(Unusable), "{error:?}");
        }
    }

    #[test]
    fn what_is_no_tls_is_no_fault_of_a_certificate() {
        let refused = || io::Error::from(io::ErrorKind::ConnectionRefused);
        assert_eq!(certificate_fault(&refused()), None);
        assert_eq!(certificate_fault(&Outer(io::Error::other(refused()))), None);
    }
}
