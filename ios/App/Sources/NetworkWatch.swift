import FLTaxesKit
import Foundation
import Network

/// Says when a network is back. What that is good for, the core knows.
@MainActor final class NetworkWatch {
  private let monitor = NWPathMonitor()
  private var edge = NetworkEdge()

  init(isBack: @escaping @MainActor () -> Void) {
    monitor.pathUpdateHandler = { [weak self] path in
      let reachable = path.status == .satisfied
      Task { @MainActor [weak self] in
        if self?.edge.isBack(reachable) == true { isBack() }
      }
    }
    monitor.start(queue: DispatchQueue(label: "fltaxes.network"))
  }

}
