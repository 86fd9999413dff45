//! `native_report FILE…`: the reports of the native build, an array of JSON, for comparison with the wasm's.

use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    let mut reports = Vec::new();
    for file in std::env::args().skip(1) {
        let options = jiandu::Options { name: Some(file.clone()), ..Default::default() };
        reports.push(jiandu::analyze(std::fs::read(&file)?.as_slice(), &options)?);
    }
    println!("{}", serde_json::to_string(&reports)?);
    Ok(())
}
