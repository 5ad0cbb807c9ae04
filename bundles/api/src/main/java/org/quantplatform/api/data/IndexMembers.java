package org.quantplatform.api.data;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quantplatform.model.IndexMember;
import org.quantplatform.model.Market;

/**
 * Who belonged to an index.
 *
 * @param date on which they did; null for all that ever did
 * @param members in order of ticker and day
 */
public record IndexMembers(Market market, String index, @Nullable LocalDate date, List<IndexMember> members) {}
