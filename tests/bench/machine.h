// What a run takes of the machine, and what the machine's memory gives.
#pragma once

namespace entente::bench {

/// Resident memory: the peak since the last reset, in MB. Where it cannot be reset, of the process.
void reset_peak();
double peak_memory();

/// Of all threads of the process.
double cpu_seconds();
/// Of the clock on the wall.
double seconds();

/// Bytes a second, read and written together, that all cores copy of arrays larger than any cache; measured
/// once, the best of several tries.
double memory_bandwidth();

}  // namespace entente::bench
