import org.jetbrains.kotlin.gradle.dsl.JvmTarget

plugins {
    alias(libs.plugins.android.library)
}

val checkout = rootDir.resolve("..")

// The Kotlin face of the core, from the library as it is built for this machine.
val generateBindings =
    tasks.register<Exec>("generateBindings") {
        workingDir = checkout
        commandLine("bindings/generate", "debug", "kotlin")
    }

// The core for each kind of phone; bindings/build.rs links it for pages of 16 KB. `rustc` and one crate type, since a crate
// that is also a `lib` is built without link-time optimisation.
val buildCore =
    tasks.register<Exec>("buildCore") {
        workingDir = checkout
        val targets = libs.versions.abis.get().split(",").flatMap { listOf("-t", it) }
        commandLine(
            listOf("cargo", "ndk") + targets +
                listOf("--platform", libs.versions.min.sdk.get(), "-o", "target/android/jniLibs") +
                listOf("rustc", "-p", "fl-bindings", "--release", "--crate-type", "cdylib"),
        )
    }

android {
    namespace = "fltaxes.core"
    compileSdk = libs.versions.compile.sdk.get().toInt()
    ndkVersion = libs.versions.ndk.get()
    defaultConfig {
        minSdk = libs.versions.min.sdk.get().toInt()
    }
    sourceSets.named("main") {
        kotlin.directories.add("../../target/bindings/kotlin/core")
        jniLibs.directories.add("../../target/android/jniLibs")
    }
    compileOptions {
        sourceCompatibility = JavaVersion.VERSION_17
        targetCompatibility = JavaVersion.VERSION_17
    }
}

kotlin {
    compilerOptions {
        jvmTarget = JvmTarget.JVM_17
        // Nobody here writes these files.
        suppressWarnings = true
    }
}

tasks.named("preBuild") {
    dependsOn(generateBindings, buildCore)
}

dependencies {
    api(libs.coroutines.android)
    api(variantOf(libs.jna) { artifactType("aar") })
}
