// Test double of SwiftUI for Linux: Apple's names and signatures, only what the views here use.

public protocol DynamicProperty {}

/// What a wrapper needs to find its storage: it is told where its view stands before the body is read.
package protocol Installed {
  @MainActor func install(_ context: Context, label: String)
}

@propertyWrapper public struct State<Value>: DynamicProperty, Installed {
  final class Box {
    let initial: Value
    var location: Location?
    init(_ initial: Value) { self.initial = initial }
  }
  let box: Box

  public init(wrappedValue value: Value) { box = Box(value) }
  public init(initialValue value: Value) { box = Box(value) }

  public var wrappedValue: Value {
    get { box.location?.value as? Value ?? box.initial }
    nonmutating set {
      guard let location = box.location else { fatalError("@State was set before its view was drawn") }
      location.value = newValue
    }
  }

  public var projectedValue: Binding<Value> {
    Binding(get: { wrappedValue }, set: { wrappedValue = $0 })
  }

  package func install(_ context: Context, label: String) {
    box.location = context.graph.location("\(context.path)#\(label)", initial: box.initial)
  }
}

@dynamicMemberLookup @propertyWrapper public struct Binding<Value> {
  let get: () -> Value
  let set: (Value) -> Void

  public init(get: @escaping () -> Value, set: @escaping (Value) -> Void) {
    self.get = get
    self.set = set
  }

  public var wrappedValue: Value {
    get { get() }
    nonmutating set { set(newValue) }
  }

  public var projectedValue: Binding<Value> { self }

  public subscript<Subject>(dynamicMember keyPath: WritableKeyPath<Value, Subject>) -> Binding<Subject> {
    Binding<Subject>(
      get: { wrappedValue[keyPath: keyPath] },
      set: {
        var value = wrappedValue
        value[keyPath: keyPath] = $0
        wrappedValue = value
      })
  }
}

extension Binding: DynamicProperty {}

@dynamicMemberLookup @propertyWrapper public struct Bindable<Value> {
  public var wrappedValue: Value
  public var projectedValue: Bindable<Value> { self }
  @available(*, unavailable, message: "Bindable is for observable objects")
  public init(wrappedValue: Value) { fatalError("unavailable") }
  fileprivate init(value: Value) { wrappedValue = value }
}

extension Bindable where Value: AnyObject, Value: Observable {
  public init(wrappedValue: Value) { self.init(value: wrappedValue) }
  public init(_ wrappedValue: Value) { self.init(value: wrappedValue) }
}

extension Bindable where Value: AnyObject {
  public subscript<Subject>(
    dynamicMember keyPath: ReferenceWritableKeyPath<Value, Subject>
  ) -> Binding<Subject> {
    let object = wrappedValue
    return Binding(get: { object[keyPath: keyPath] }, set: { object[keyPath: keyPath] = $0 })
  }
}
