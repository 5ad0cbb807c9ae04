package org.quantplatform.engine.sim;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.quantplatform.model.CorporateAction;
import org.quantplatform.model.Panel;

/** Corporate actions of a run by the day on which they touch the book, which is before anything else on that day. */
final class Events {

    private record Event(int day, int asset, CorporateAction action) {}

    private final Panel prices;
    private final Lots lots;
    private final List<Event> events;
    private final int[] silentAfter;
    private final boolean anySilent;
    private final List<String> warnings;
    private final double withholding;
    private final Execution execution;
    private final OrderDesk desk;
    private int next;

    Events(Setup setup, Lots lots, Execution execution, OrderDesk desk, List<String> warnings) {
        this.prices = setup.prices();
        this.lots = lots;
        this.warnings = warnings;
        this.withholding = setup.terms().withholding();
        this.execution = execution;
        this.desk = desk;
        this.events = sorted(setup);
        this.silentAfter = silentAfter(setup);
        this.anySilent = IntStream.of(silentAfter).anyMatch(epochDay -> epochDay != Integer.MAX_VALUE);
    }

    private List<Event> sorted(Setup setup) {
        List<Event> found = new ArrayList<>();
        for (CorporateAction action : setup.actions()) {
            int asset = Collections.binarySearch(prices.tickers(), action.ticker());
            int day = dayOf(action);
            if (asset >= 0 && action.market() == prices.market() && day > setup.firstDay() && day <= setup.lastDay()) {
                found.add(new Event(day, asset, action));
            }
        }
        found.sort(Comparator.comparingInt(Event::day)
                .thenComparing(event -> event.action.exDate())
                .thenComparing(event -> event.action.kind())
                .thenComparingInt(Event::asset)
                .thenComparingDouble(event -> event.action.value()));
        return found;
    }

    private int dayOf(CorporateAction action) {
        // a delisted share still counts at the close of its last trading day
        boolean delisting = action.kind() == CorporateAction.Kind.DELISTING;
        return prices.firstDayFrom(delisting ? action.exDate().plusDays(1) : action.exDate());
    }

    private int[] silentAfter(Setup setup) {
        int[] last = new int[prices.assets()];
        for (int asset = 0; asset < last.length; asset++) {
            var date = setup.delisted()[asset];
            last[asset] = date == null ? Integer.MAX_VALUE : Math.toIntExact(date.toEpochDay());
        }
        for (CorporateAction action : setup.actions()) {
            int asset = Collections.binarySearch(prices.tickers(), action.ticker());
            if (asset >= 0 && action.kind() == CorporateAction.Kind.DELISTING && action.market() == prices.market()) {
                last[asset] = Integer.MAX_VALUE;
            }
        }
        return last;
    }

    void apply(int day, Book book) {
        for (; next < events.size() && events.get(next).day == day; next++) {
            Event event = events.get(next);
            applyUnheld(event, book);
            if (book.shares(event.asset) != 0) {
                apply(event, book);
            }
        }
        if (anySilent) {
            closeSilent(day, book);
        }
    }

    /** What holds whether the asset is held or not. */
    private void applyUnheld(Event event, Book book) {
        if (event.action.kind() == CorporateAction.Kind.SPLIT) {
            book.noteSplit(event.asset, event.day, event.action.value());
            execution.split(event.asset, event.action.value());
            desk.split(event.asset, event.action.value());
        } else if (event.action.kind() == CorporateAction.Kind.DELISTING) {
            dropOrders(event.asset);
        }
    }

    private void dropOrders(int asset) {
        execution.gone(asset);
        desk.cancel(asset);
    }

    private void apply(Event event, Book book) {
        double value = event.action.value();
        switch (event.action.kind()) {
            case SPLIT -> book.split(event.asset, event.day, value, lots.whole());
            case DIVIDEND -> book.dividend(event.asset, event.day, value, withholding);
            case DELISTING -> book.delist(event.asset, event.day, value);
            case SPIN_OFF ->
                warnings.add(prices.ticker(event.asset) + " spun off a part on " + event.action.exDate()
                        + " while it was held; what holders got" + worth(value) + " is not in the account");
        }
    }

    private static String worth(double value) {
        return value > 0 ? ", worth " + value + " per share," : "";
    }

    /** Positions whose instrument is gone although no action says for how much: out at the last close. */
    private void closeSilent(int day, Book book) {
        for (int i = book.heldCount() - 1; i >= 0; i--) {
            int asset = book.held(i);
            if (silentAfter[asset] < prices.epochDay(day) && !book.hasClose(asset, day)) {
                warnings.add(prices.ticker(asset) + " was delisted without a known payment; sold on " + prices.date(day)
                        + " at its last close");
                dropOrders(asset);
                book.delist(asset, day, book.mark(asset));
            }
        }
    }
}
