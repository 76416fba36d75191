// What the boundary costs from Swift. Prints `name,microseconds`, the median of many; a plain buffer of the same bytes over the
// same bridge stands beside each screen. Run by ios/bench.
import FLCore
import Foundation

/// Takes what it is given and lets it go.
final class Taker: ScreenListener, BufferSink {
  func changed(screen: Screen) throws {}
  func take(bytes: Data) throws {}
}

func median(_ sorted: [Double]) -> Double { sorted[sorted.count / 2] }

func measured(_ times: Int, _ work: () throws -> Void) rethrows -> Double {
  let clock = ContinuousClock()
  let took = try (0..<times).map { _ in
    let time = try clock.measure(work)
    return Double(time.components.attoseconds) / 1e12 + Double(time.components.seconds) * 1e6
  }
  return median(took.sorted())
}

func tell(_ name: String, _ microseconds: Double) {
  print("\(name),\((microseconds * 1_000).rounded() / 1_000)")
}

let times = 2_000
let taker = Taker()
let theatre = try Theatre()
let engine = try theatre.open()
try theatre.pace().settle()

// The first calls of a process warm caches that every later one finds warm.
_ = try measured(times) { try emptyCall() }
tell("empty-call", try measured(times) { try emptyCall() })
tell("dispatch", try measured(times) { try engine.networkIsBack() })
for blocks in [UInt32(50), 500] {
  let screen = longScreen(blocks: blocks)
  let bytes = screenBytes(screen: screen)
  _ = try deliver(screen: screen, times: 100, listener: taker)
  tell("screen-\(blocks)", median(try deliver(screen: screen, times: UInt32(times), listener: taker)))
  tell("plain-\(blocks)", median(try deliverPlain(bytes: bytes, times: UInt32(times), sink: taker)))
}
try engine.shutdown()
