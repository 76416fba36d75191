//! The service's answers as the cache keeps them: under the question's name, in postcard's form.

use fl_domain::service::Told;

/// Name and bytes of an answer; none for one that is not kept.
pub(crate) fn keep(told: &Told) -> Option<(&'static str, Vec<u8>)> {
    if !told.is_kept() {
        return None;
    }
    let mut serializer = postcard::Serializer { output: postcard::ser_flavors::StdVec::new() };
    told.keep(&mut serializer).ok()?;
    let bytes = postcard::ser_flavors::Flavor::finalize(serializer.output).ok()?;
    Some((told.name(), bytes))
}

/// The answer that was kept; none if nobody knows the name or the form. Bytes left over are of another form.
pub(crate) fn recall(name: &str, bytes: &[u8]) -> Option<Told> {
    let mut deserializer = postcard::Deserializer::from_bytes(bytes);
    let told = Told::recall(name, &mut deserializer)?.ok()?;
    deserializer.finalize().ok()?.is_empty().then_some(told)
}

#[cfg(test)]
mod tests;
