package org.quantplatform.webconsole.internal.platform;

import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.data.provider.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;

/** Lets a grid read a paged list of the platform piece by piece. */
public final class LazyRows {

    private LazyRows() {}

    public static <T> CallbackDataProvider<T, Void> of(Function<PageRequest, Page<T>> list) {
        return DataProvider.fromCallbacks(
                query -> rows(list, query), query -> (int) Math.min(Integer.MAX_VALUE, count(list, query)));
    }

    private static <T> long count(Function<PageRequest, Page<T>> list, Query<T, Void> query) {
        // Vaadin insists that the range is looked at, though counting does not need it
        query.getOffset();
        query.getLimit();
        return list.apply(new PageRequest(1, 1)).total();
    }

    private static <T> Stream<T> rows(Function<PageRequest, Page<T>> list, Query<T, Void> query) {
        return slice(list, query.getOffset(), query.getLimit()).stream();
    }

    /** Rows {@code offset} to {@code offset + limit}, which need not begin at the border of a page. */
    static <T> List<T> slice(Function<PageRequest, Page<T>> list, int offset, int limit) {
        int size = Math.min(limit, PageRequest.MAX_LIMIT);
        List<T> rows = new ArrayList<>();
        int page = offset / size + 1;
        int skip = offset % size;
        boolean more = true;
        while (more && rows.size() < skip + limit) {
            Page<T> part = list.apply(new PageRequest(page++, size));
            rows.addAll(part.items());
            more = part.hasMore();
        }
        return rows.subList(Math.min(skip, rows.size()), Math.min(skip + limit, rows.size()));
    }
}
