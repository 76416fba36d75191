//! What the boundary costs from a shell: what its own bench printed, one `name,microseconds` a line.

use std::{collections::BTreeMap, fs, path::Path, time::Duration};

use crate::{
    Outcome, Settings,
    row::{Budget, Figure, Row},
};

/// A screen may cost twice what the same bytes cost as one plain buffer.
const MOST: f64 = 2.0;
/// A display that draws 120 times a second leaves this long for everything.
const FRAME: Duration = Duration::from_micros(8_333);

pub(super) fn rows(settings: &Settings) -> Outcome<Vec<Row>> {
    let mut rows = Vec::new();
    for (shell, file) in &settings.boundary {
        rows.extend(shell_rows(shell, &read(file)?)?);
    }
    Ok(rows)
}

type Measured = BTreeMap<String, Duration>;

/// Lines of another form are a build's own chatter.
fn read(file: &Path) -> Outcome<Measured> {
    let text = fs::read_to_string(file)?;
    let figure = |line: &str| {
        let (name, micros) = line.trim().split_once(',')?;
        let micros: f64 = micros.parse().ok()?;
        Some((name.to_owned(), Duration::try_from_secs_f64(micros / 1e6).ok()?))
    };
    Ok(text.lines().filter_map(figure).collect())
}

fn shell_rows(shell: &str, measured: &Measured) -> Outcome<Vec<Row>> {
    let time = |name: &str| {
        let found = measured.get(name).copied();
        found.map(Figure::Time).ok_or_else(|| format!("the bench of {shell} measured no {name}"))
    };
    let row = |what: &str, ours, peer, budget| Row { what: format!("{shell}: {what}"), ours, peer, budget };
    let plain = "the same bytes, one plain buffer";
    let mut rows = vec![
        row("an empty call", time("empty-call")?, None, Budget::None),
        row("dispatch", time("dispatch")?, None, Budget::None),
        row(
            "a 50-block screen delivered",
            time("screen-50")?,
            Some((plain, time("plain-50")?)),
            Budget::Ratio(MOST),
        ),
        row(
            "a 500-block screen delivered",
            time("screen-500")?,
            Some((plain, time("plain-500")?)),
            Budget::AtMost(Figure::Time(FRAME)),
        ),
    ];
    if let Ok(first) = time("first-screen") {
        rows.push(row("start to the first screen", first, None, Budget::None));
    }
    Ok(rows)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_become_rows_and_a_missing_one_is_named() {
        let folder = std::env::temp_dir().join(format!("fl-bench-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let file = folder.join("jvm");
        let text = "Building…\nempty-call,6.5\ndispatch,9\nscreen-50,40.0\nplain-50,30\nscreen-500,9000\nplain-500,80\n";
        fs::write(&file, text).unwrap();
        let settings = Settings { boundary: vec![("jvm".to_owned(), file.clone())], ..Settings::default() };
        let rows = rows(&settings).unwrap();
        let held: Vec<_> = rows.iter().map(Row::holds).collect();
        assert_eq!(held, [None, None, Some(true), Some(false)]);
        fs::write(&file, "empty-call,6.5\n").unwrap();
        let error = super::rows(&settings).unwrap_err().to_string();
        assert_eq!(error, "the bench of jvm measured no dispatch");
        fs::remove_dir_all(folder).unwrap();
    }
}
