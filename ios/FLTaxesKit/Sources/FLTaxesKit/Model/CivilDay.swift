import Foundation

/// A day as the core writes it, `2026-11-30`, and as the system's calendar has it: a moment. Both are read in one zone and one calendar,
/// so that no place on earth makes another day of it.
enum CivilDay {
  static let zone = TimeZone(secondsFromGMT: 0) ?? .current

  static let calendar = {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = zone
    return calendar
  }()

  /// The same days, with the names and the first day of the week that the screens' language has.
  static func calendar(_ locale: Locale) -> Calendar {
    var calendar = calendar
    calendar.locale = locale
    return calendar
  }

  static func moment(_ day: String) -> Date? {
    let parts = day.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2] else { return nil }
    let named = DateComponents(year: year, month: month, day: day)
    // What is no day, such as the 31st of a short month, would become another one.
    guard let moment = calendar.date(from: named),
      calendar.dateComponents([.year, .month, .day], from: moment) == named
    else { return nil }
    return moment
  }

  static func day(_ moment: Date) -> String {
    let parts = calendar.dateComponents([.year, .month, .day], from: moment)
    let written = [(parts.year, 4), (parts.month, 2), (parts.day, 2)].map { part, width in
      let digits = (part ?? 0).description
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return written.joined(separator: "-")
  }
}

/// The days that can be picked, and the one that is marked first. None where they are no days: then there is no calendar.
struct DayRange {
  let first: Date
  let reach: ClosedRange<Date>

  init?(_ days: DaysToPick) {
    guard let day = CivilDay.moment(days.day), let earliest = CivilDay.moment(days.earliest),
      let latest = CivilDay.moment(days.latest)
    else { return nil }
    reach = earliest...max(earliest, latest)
    first = min(max(day, reach.lowerBound), reach.upperBound)
  }
}
