package org.quantplatform.api.searches;

import java.time.LocalDate;
import java.util.List;

/**
 * The joined test windows of a walk-forward search.
 *
 * @param equity of the initial capital, at the close of each of {@code dates}
 */
public record OutOfSample(List<LocalDate> dates, double[] equity) {}
