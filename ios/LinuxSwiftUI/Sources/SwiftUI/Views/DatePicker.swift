// Test double of SwiftUI for Linux: Apple's names and signatures, only what the views here use.

public struct DatePickerComponents: OptionSet, Sendable {
  public let rawValue: UInt
  public init(rawValue: UInt) { self.rawValue = rawValue }
  public static let hourAndMinute = DatePickerComponents(rawValue: 1)
  public static let date = DatePickerComponents(rawValue: 2)
}

public struct DatePicker<Label: View> {
  let label: Label
  let selection: Binding<Date>
  let range: ClosedRange<Date>
}

extension DatePicker: View, Drawn {
  public typealias Body = Never
  public typealias Components = DatePickerComponents

  /// Days as the calendar and the zone of the environment have them; what lies outside of the range is not offered.
  package func draw(_ context: Context) -> [Node] {
    let node = Node(.days, context)
    var calendar = context.environment.calendar
    calendar.timeZone = context.environment.timeZone
    node.spokenLabel = SwiftUI.draw(label, context.inside("label")).compactMap(\.text).joined(separator: " ")
    let shown = calendar.dateComponents([.year, .month, .day], from: selection.wrappedValue)
    node.spokenValue = [shown.year, shown.month, shown.day].map { "\($0 ?? 0)" }.joined(separator: "-")
    node.notes["locale"] = context.environment.locale.identifier
    node.mark = { day in
      let isOffered = range.contains(day)
      if isOffered { selection.wrappedValue = day }
      return isOffered
    }
    return [node]
  }
}

@MainActor extension DatePicker where Label == Text {
  public init<S: StringProtocol>(
    _ title: S, selection: Binding<Date>, in range: ClosedRange<Date>,
    displayedComponents: DatePicker<Label>.Components = [.hourAndMinute, .date]
  ) {
    self.init(label: Text(title), selection: selection, range: range)
  }
}

@MainActor @preconcurrency public protocol DatePickerStyle {}
public struct GraphicalDatePickerStyle: DatePickerStyle {}
extension DatePickerStyle where Self == GraphicalDatePickerStyle {
  public static var graphical: GraphicalDatePickerStyle { GraphicalDatePickerStyle() }
}

extension View {
  public func datePickerStyle<S: DatePickerStyle>(_ style: S) -> some View { noted("datePickerStyle", S.self) }
}
