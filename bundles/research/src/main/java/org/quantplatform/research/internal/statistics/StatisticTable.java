package org.quantplatform.research.internal.statistics;

import java.util.List;
import java.util.Locale;
import org.quantplatform.api.statistics.StatisticInfo;
import org.quantplatform.engine.figures.Catalogue;
import org.quantplatform.engine.figures.Figure;

/** The engine's table as callers read it. */
final class StatisticTable {

    static final List<StatisticInfo> ALL =
            Catalogue.all().stream().map(StatisticTable::info).toList();

    private StatisticTable() {}

    private static StatisticInfo info(Figure<?> figure) {
        return new StatisticInfo(
                figure.id(),
                figure.group().name().toLowerCase(Locale.ROOT),
                figure.unit().name().toLowerCase(Locale.ROOT),
                figure.title(),
                figure.formula(),
                figure.convention());
    }
}
