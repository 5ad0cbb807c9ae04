package org.quantplatform.api.data;

import java.time.LocalDate;
import org.quantplatform.model.Market;

/**
 * An index whose members are stored.
 *
 * @param members tickers that ever belonged to it
 * @param current tickers that belong to it without an end
 * @param firstDate first day of the first member
 */
public record IndexInfo(Market market, String index, long members, long current, LocalDate firstDate) {}
