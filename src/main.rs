//! The command `mtlint`.

/// A run makes very many small strings, which this allocator does in half the time.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    mtlint::cli::run()
}
