package org.quantplatform.api.factors;

import java.util.List;

/** What a subject's scores foretell within each sector; assets without a sector are left out. */
public record SectorTable(String subject, List<Row> sectors) {

    /**
     * One sector and horizon.
     *
     * @param horizon in bars
     * @param observations pairs of date and asset
     * @param ic of the ranks within the sector
     * @param meanReturn of all its observations, over the horizon
     * @param meanScore of all its observations
     */
    public record Row(
            String sector, int horizon, long observations, IcSummary ic, double meanReturn, double meanScore) {}
}
