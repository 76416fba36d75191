import org.jetbrains.kotlin.gradle.dsl.JvmTarget

plugins {
    alias(libs.plugins.android.application)
    alias(libs.plugins.kotlin.compose)
}

// The profile is the repository's own file: the app holds a copy that nobody edits.
val copyProfile =
    tasks.register<Sync>("copyProfile") {
        from(rootDir.resolve("../core/gateway/profiles")) { include("lkfl2.toml") }
        into(layout.buildDirectory.dir("profile"))
    }

android {
    namespace = "fltaxes.android"
    compileSdk = libs.versions.compile.sdk.get().toInt()
    // It strips the core with this one and no other; where it is not there, the symbols go along.
    ndkVersion = libs.versions.ndk.get()
    defaultConfig {
        applicationId = libs.versions.app.id.get()
        minSdk = libs.versions.min.sdk.get().toInt()
        targetSdk = libs.versions.target.sdk.get().toInt()
        versionCode = libs.versions.version.code.get().toInt()
        versionName = libs.versions.version.name.get()
        ndk {
            abiFilters += libs.versions.abis.get().split(",")
        }
    }
    buildTypes {
        release {
            isMinifyEnabled = true
            isShrinkResources = true
            proguardFiles(getDefaultProguardFile("proguard-android-optimize.txt"), "src/main/rules.pro")
        }
    }
    buildFeatures {
        compose = true
    }
    packaging {
        // Libraries are mapped from the APK, page by page, and never copied out.
        jniLibs.useLegacyPackaging = false
    }
    sourceSets.named("main") {
        kotlin.directories.add("src/main/kotlin")
        assets.directories.add("build/profile")
    }
    compileOptions {
        sourceCompatibility = JavaVersion.VERSION_17
        targetCompatibility = JavaVersion.VERSION_17
    }
}

kotlin {
    compilerOptions {
        jvmTarget = JvmTarget.JVM_17
        allWarningsAsErrors = true
    }
}

tasks.named("preBuild") {
    dependsOn(copyProfile)
}

dependencies {
    implementation(project(":ui"))
    implementation(libs.activity.compose)
    implementation(libs.core.ktx)
    implementation(libs.browser)
    implementation(libs.coroutines.android)
}
