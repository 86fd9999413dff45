//! `jiandu-bindgen INPUT.wasm FOLDER`: writes `jiandu.js`, `jiandu.d.ts` and `jiandu_bg.wasm` into FOLDER.
//!
//! wasm-bindgen is used as a library because its command line comes only as a downloaded binary or as a separate
//! `cargo install`; this way `Cargo.lock` pins it to the version that the product was compiled with.

use anyhow::{Context, Result, bail};
use wasm_bindgen_cli_support::Bindgen;

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [input, folder] = arguments.as_slice() else {
        bail!("usage: jiandu-bindgen INPUT.wasm FOLDER");
    };
    Bindgen::new()
        .input_path(input)
        .out_name("jiandu")
        .web(true)?
        .typescript(true)
        // Where the bytes come from is for the entries in www/lib to say; a default path would put a second copy of
        // the wasm into every bundle.
        .omit_default_module_path(true)
        // After a trap an instance is of no use; this lets the same module start again.
        .reset_state_function(true)
        // Names and producers are for debuggers: a tenth of the size, and they name the machine's compiler.
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate(folder)
        .with_context(|| format!("wasm-bindgen could not read {input}"))
}
