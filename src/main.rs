//! The command `mtlint`.

fn main() -> std::process::ExitCode {
    mtlint::cli::run()
}
