//! Work on many inputs at once, results in the order of the inputs, and never more than a few of
//! them in memory.

use std::collections::VecDeque;
use std::sync::mpsc::{self, Receiver, SyncSender};
use std::sync::{Mutex, PoisonError};
use std::thread;

use crate::cli::failure::Failure;

/// A task for a worker: the input, and where its result is waited for.
type Task<I, O> = (I, SyncSender<O>);

/// Applies `work` to each input with so many threads, and hands the results to `take` in the order
/// of the inputs, which are made one by one as they are wanted. At most twice as many inputs as threads are under way or waiting to be taken.
pub(super) fn ordered<I: Send, O: Send>(
    threads: usize,
    inputs: impl IntoIterator<Item = I>,
    work: impl Fn(I) -> O + Sync,
    mut take: impl FnMut(O) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let mut inputs = inputs.into_iter();
    let first: Vec<I> = inputs.by_ref().take(2).collect();
    if threads <= 1 || first.len() < 2 {
        return first.into_iter().chain(inputs).try_for_each(|input| take(work(input)));
    }
    let mut inputs = first.into_iter().chain(inputs);
    let (tasks, queue) = mpsc::channel::<Task<I, O>>();
    let queue = Mutex::new(queue);
    thread::scope(|scope| {
        // Dropped at the end of the scope, which ends the workers.
        let tasks = tasks;
        let mut idle = threads;
        let mut waiting: VecDeque<Receiver<O>> = VecDeque::new();
        loop {
            while waiting.len() < 2 * threads {
                let Some(input) = inputs.next() else { break };
                let (done, result) = mpsc::sync_channel(1);
                waiting.push_back(result);
                if idle > 0 {
                    idle -= 1;
                    scope.spawn(|| serve(&queue, &work));
                }
                // The workers are there as long as `tasks` is.
                let _ = tasks.send((input, done));
            }
            let Some(result) = waiting.pop_front() else { return Ok(()) };
            if let Ok(output) = result.recv() {
                take(output)?;
            }
        }
    })
}

/// Works until there are no more tasks.
fn serve<I, O>(queue: &Mutex<Receiver<Task<I, O>>>, work: &impl Fn(I) -> O) {
    loop {
        let next = queue.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok((input, done)) = next else { return };
        // Nobody waits for the result any more when the output has failed.
        let _ = done.send(work(input));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_come_in_the_order_of_the_inputs() {
        let inputs: Vec<u64> = (0..200).collect();
        let work = |n: u64| {
            thread::sleep(std::time::Duration::from_micros(n * 7919 % 300));
            n
        };
        let mut taken = Vec::new();
        let take = |n| {
            taken.push(n);
            Ok(())
        };
        ordered(8, inputs.clone(), work, take).unwrap();
        assert_eq!(taken, inputs);
    }

    #[test]
    fn a_failing_output_ends_the_work() {
        let fail = |_| Err(Failure::NoInput);
        assert!(ordered(4, vec![1; 1000], |n: i32| n, fail).is_err());
    }
}
