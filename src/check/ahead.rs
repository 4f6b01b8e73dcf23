//! Work that is begun before a document needs it.

use std::sync::Arc;

/// Has another thread prepare what is shared, while rules are linked.
pub(super) fn ahead<T: Send + Sync + 'static>(shared: &Arc<T>, prepare: impl FnOnce(&T) + Send + 'static) {
    let shared = Arc::clone(shared);
    rayon::spawn(move || prepare(&shared));
}
