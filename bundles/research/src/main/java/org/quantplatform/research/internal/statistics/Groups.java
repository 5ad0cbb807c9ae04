package org.quantplatform.research.internal.statistics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.quantplatform.model.Instrument;

/**
 * Places of things in groups with names.
 *
 * @param names in alphabetical order
 * @param of place in {@code names} of each thing
 */
record Groups(List<String> names, int[] of) {

    static final String UNKNOWN = "(unknown)";

    /** The sector that is stored for each instrument; no history of it is. */
    static Groups sectors(List<Instrument> instruments) {
        return by(instruments.stream().map(Groups::sector).toList());
    }

    static String sector(Instrument instrument) {
        String sector = instrument.sector();
        return sector == null || sector.isBlank() ? UNKNOWN : sector;
    }

    static Groups years(List<LocalDate> dates) {
        return by(dates.stream().map(date -> Integer.toString(date.getYear())).toList());
    }

    static Groups tickers(List<String> tickers) {
        return by(tickers);
    }

    private static Groups by(List<String> keys) {
        Map<String, Integer> places = new TreeMap<>();
        keys.forEach(key -> places.put(key, 0));
        List<String> names = new ArrayList<>(places.keySet());
        for (int i = 0; i < names.size(); i++) {
            places.put(names.get(i), i);
        }
        return new Groups(names, keys.stream().mapToInt(places::get).toArray());
    }
}
