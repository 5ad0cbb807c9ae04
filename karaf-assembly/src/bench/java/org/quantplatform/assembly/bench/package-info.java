/** What the platform does end to end, with its time; start from {@link org.quantplatform.assembly.bench.Bench}. */
package org.quantplatform.assembly.bench;
