import SwiftUI

/// Opens the system's calendar; the day that is taken there is as good as typed.
struct DayButton: View {
  let field: FieldBlock
  let days: DaysToPick
  let type: (String) -> Void
  @State private var isOpen = false
  @Environment(\.theme) private var theme
  @Environment(\.isOnTop) private var isOnTop

  var body: some View {
    if let range = DayRange(days) {
      Button {
        isOpen = true
      } label: {
        Image(systemName: "calendar")
          .foregroundStyle(theme.accent)
          .frame(minWidth: 44, minHeight: 44)
          .contentShape(Rectangle())
      }
      .buttonStyle(.plain)
      .disabled(!field.enabled)
      .accessibilityLabel(days.open)
      .accessibilityIdentifier("\(field.key)/calendar")
      .sheet(isPresented: isShown) {
        DayPicker(name: field.label, key: field.key, days: days, range: range) { day in
          isOpen = false
          if let day { type(day) }
        }
      }
      .onChange(of: isOnTop) { _, isOnTop in
        if !isOnTop { isOpen = false }
      }
    }
  }

  /// Where another page came over this one, nobody fills this one in now.
  private var isShown: Binding<Bool> {
    Binding(get: { isOpen && isOnTop }, set: { isOpen = $0 })
  }
}

private struct DayPicker: View {
  let name: String
  let key: String
  let days: DaysToPick
  let range: DayRange
  /// The day that was taken, or none.
  let close: (String?) -> Void
  @State private var marked: Date
  @Environment(\.theme) private var theme
  @Environment(\.locale) private var locale

  init(name: String, key: String, days: DaysToPick, range: DayRange, close: @escaping (String?) -> Void) {
    self.name = name
    self.key = key
    self.days = days
    self.range = range
    self.close = close
    _marked = State(initialValue: range.first)
  }

  var body: some View {
    NavigationStack {
      ScrollView {
        DatePicker(name, selection: $marked, in: range.reach, displayedComponents: .date)
          .datePickerStyle(.graphical)
          .labelsHidden()
          .padding(.horizontal, 16)
          .accessibilityIdentifier("\(key)/day")
      }
      .background(theme.page)
      .navigationTitle(name)
      .navigationBarTitleDisplayMode(.inline)
      .toolbar {
        ToolbarItem(placement: .cancellationAction) {
          Button(days.cancel) { close(nil) }.accessibilityIdentifier("\(key)/cancel")
        }
        ToolbarItem(placement: .confirmationAction) {
          Button(days.take) { close(CivilDay.day(marked)) }.accessibilityIdentifier("\(key)/take")
        }
      }
    }
    .environment(\.calendar, CivilDay.calendar(locale))
    .environment(\.timeZone, CivilDay.zone)
    // Large letters and a phone on its side need the whole height.
    .presentationDetents([.medium, .large])
  }
}
