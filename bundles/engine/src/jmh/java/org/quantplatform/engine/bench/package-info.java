/** Benchmarks; start from {@link org.quantplatform.engine.bench.SimulatorBenchmark}. */
package org.quantplatform.engine.bench;
