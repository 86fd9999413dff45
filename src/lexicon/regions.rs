//! temporary
use super::Hit;
/// n
pub const NATION: u32 = 0;
/// r
pub struct Regions;
/// r
pub fn regions() -> &'static Regions { &Regions }
const T: &[(&str,u32,&[&str])] = &[("武陟",410823,&["河南省","焦作市","武陟县"]),("焦作",410800,&["河南省","焦作市"]),("大同",140200,&["山西省","大同市"])];
impl Regions {
    /// f
    pub fn find_all(&self, text: &str) -> Vec<Hit> { let mut v=Vec::new(); for (i,(n,..)) in T.iter().enumerate(){ for (a,_) in text.match_indices(n) { v.push(Hit{start:a,end:a+n.len(),id:i as u16}); } } v.sort_by_key(|h|h.start); v }
    /// p
    pub fn path(&self, code: u32) -> Vec<String> { if code==0 {return vec!["中国".into()]} T.iter().find(|t|t.1==code).map(|t|t.2.iter().map(|s|(*s).to_owned()).collect()).unwrap_or_default() }
    /// r
    pub fn resolve(&self, name: &str, _c: Option<u32>) -> Option<u32> { T.iter().find(|t| name.starts_with(t.0)).map(|t|t.1) }
    /// o
    pub fn only(&self, name: &str) -> Option<u32> { self.resolve(name,None) }
}
