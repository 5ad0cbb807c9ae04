package org.quantplatform.api.data;

import java.time.LocalDate;

/**
 * Successive sessions without a bar of an instrument that was listed then.
 *
 * @param from first session of it
 * @param to last session of it
 * @param sessions how many
 * @param confirmed true when a source was asked for all of them and had none, as for a stock that did not trade
 */
public record Gap(String ticker, LocalDate from, LocalDate to, int sessions, boolean confirmed) {}
