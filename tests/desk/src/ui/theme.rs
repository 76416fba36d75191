use fl_app::{
    screen::{Appearance, Tone},
    texts::TextSize,
};
use ratatui::style::{Color, Modifier, Style};

/// How things look. Every meaning is told by a mark or a word first; colour only adds to it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Theme {
    /// Colours may be used; not so under `NO_COLOR`.
    pub(crate) colour: bool,
    /// Nothing is dimmed, borders are double.
    pub(crate) high_contrast: bool,
    /// A terminal cannot draw larger letters: it gives them room and weight instead.
    pub(crate) size: TextSize,
}

impl Theme {
    /// For a screen.
    pub(crate) const fn of(appearance: Appearance, colour: bool) -> Self {
        Self { colour, high_contrast: appearance.high_contrast, size: appearance.text_size }
    }

    /// Without marks a tone would be colour alone, so they are drawn where colour is not to be relied on.
    pub(crate) const fn needs_marks(self) -> bool {
        !self.colour || self.high_contrast
    }

    /// The colour of a tone; the sixteen that a terminal's owner has chosen, so that they suit its background.
    pub(crate) fn tone(self, tone: Tone) -> Style {
        let style = self.text();
        if matches!(tone, Tone::Quiet) {
            return self.quiet();
        }
        if !self.colour {
            return style;
        }
        match tone {
            Tone::Plain | Tone::Quiet => style,
            Tone::Good => style.fg(Color::Green),
            Tone::Attention => style.fg(Color::Yellow),
            Tone::Bad => style.fg(Color::Red),
        }
    }

    /// What most is written in.
    pub(crate) const fn text(self) -> Style {
        match self.size {
            TextSize::Normal => Style::new(),
            TextSize::Large | TextSize::Largest => Style::new().add_modifier(Modifier::BOLD),
        }
    }

    /// Names and headings.
    pub(crate) const fn strong(self) -> Style {
        self.text().add_modifier(Modifier::BOLD)
    }

    /// Ages, hints: less than the rest, but never at the price of being read.
    pub(crate) const fn quiet(self) -> Style {
        if self.high_contrast { Style::new() } else { Style::new().add_modifier(Modifier::DIM) }
    }

    /// Where the keyboard is.
    pub(crate) fn focus(self, style: Style) -> Style {
        let style = style.remove_modifier(Modifier::DIM).add_modifier(Modifier::REVERSED | Modifier::BOLD);
        if self.high_contrast { style.add_modifier(Modifier::UNDERLINED) } else { style }
    }

    /// A line under something typed into.
    pub(crate) const fn ruled(self) -> Style {
        self.text().add_modifier(Modifier::UNDERLINED)
    }

    /// Headings of rooms, the console's names.
    pub(crate) fn accent(self) -> Style {
        if self.colour { self.strong().fg(Color::Cyan) } else { self.strong() }
    }

    /// Empty lines between blocks.
    pub(crate) const fn gap(self) -> usize {
        match self.size {
            TextSize::Normal => 0,
            TextSize::Large => 1,
            TextSize::Largest => 2,
        }
    }
}

/// The tone as a mark of one column.
pub(crate) const fn mark(tone: Tone) -> &'static str {
    match tone {
        Tone::Plain | Tone::Quiet => "•",
        Tone::Good => "✓",
        Tone::Attention => "!",
        Tone::Bad => "✗",
    }
}
