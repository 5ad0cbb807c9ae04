package org.quantplatform.research.internal.statistics;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.quantplatform.api.statistics.Basis;
import org.quantplatform.api.statistics.RollingQuery;
import org.quantplatform.engine.figures.Catalogue;
import org.quantplatform.engine.figures.Convention;
import org.quantplatform.engine.figures.Figure;
import org.quantplatform.engine.figures.Sample;
import org.quantplatform.model.FieldError;
import org.quantplatform.model.QuantException;

/** Checks what callers ask for; every wrong field is told at once. */
final class Requests {

    private static final double MOST_PERIODS = 1_000_000;
    private static final double LEAST_RATE = -0.5;
    private static final double MOST_RATE = 10;
    private static final int MOST_STATISTICS = 20;
    private static final long MOST_WORK = 50_000_000;
    private static final List<String> USUAL =
            List.of("annualized_return", "annualized_volatility", "sharpe_ratio", "max_drawdown", "beta");

    private Requests() {}

    static Convention convention(Basis basis) {
        List<FieldError> errors = new ArrayList<>();
        check(basis, errors);
        refuse(errors);
        return Convention.ofYear(basis.periods(), basis.riskFree());
    }

    private static void check(Basis basis, List<FieldError> errors) {
        if (!(basis.periods() > 0 && basis.periods() <= MOST_PERIODS)) {
            errors.add(new FieldError("periods", "must be above 0 and at most 1000000, was " + basis.periods()));
        }
        if (!(basis.riskFree() >= LEAST_RATE && basis.riskFree() <= MOST_RATE)) {
            errors.add(new FieldError("risk_free", "must be -0.5 to 10, was " + basis.riskFree()));
        }
    }

    /** The figures wanted, each once, in the order in which they were named. */
    static List<Figure<Sample>> figures(RollingQuery query, int returns) {
        List<FieldError> errors = new ArrayList<>();
        int window = query.window();
        if (window < 2 || window > returns) {
            errors.add(new FieldError("window", "must be 2 to the run's " + returns + " returns, was " + window));
        }
        List<Figure<Sample>> figures = new ArrayList<>();
        for (String id : new LinkedHashSet<>(query.statistics().isEmpty() ? USUAL : query.statistics())) {
            Catalogue.ofReturns(id)
                    .ifPresentOrElse(
                            figures::add,
                            () -> errors.add(
                                    new FieldError("statistics", "no statistic of returns is called '" + id + "'")));
        }
        if (figures.size() > MOST_STATISTICS) {
            errors.add(new FieldError("statistics", "at most " + MOST_STATISTICS + ", were " + figures.size()));
        }
        refuse(errors);
        long work = (long) (returns - window + 1) * window * figures.size();
        if (work > MOST_WORK) {
            throw QuantException.invalid(
                    "window", "asks for " + work + " values, at most " + MOST_WORK + "; ask for fewer statistics");
        }
        return figures;
    }

    private static void refuse(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw QuantException.invalid(errors);
        }
    }
}
