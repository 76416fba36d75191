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

// The core for each kind of phone. `rustc` and one crate type: a crate that is also a `lib` is built without link-time optimisation.
val buildCore =
    tasks.register<Exec>("buildCore") {
        workingDir = checkout
        val targets = libs.versions.abis.get().split(",").flatMap { listOf("-t", it) }
        // Phones with pages of 16 KB load nothing that is aligned to less.
        environment("RUSTFLAGS", "-C link-arg=-Wl,-z,max-page-size=16384")
        commandLine(
            listOf("cargo", "ndk") + targets +
                listOf("--platform", libs.versions.min.sdk.get(), "-o", "target/android/jniLibs") +
                listOf("rustc", "-p", "fl-bindings", "--release", "--crate-type", "cdylib"),
        )
    }

android {
    namespace = "fltaxes.core"
    compileSdk = libs.versions.compile.sdk.get().toInt()
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
