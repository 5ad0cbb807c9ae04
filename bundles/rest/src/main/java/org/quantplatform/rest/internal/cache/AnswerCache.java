package org.quantplatform.rest.internal.cache;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.Designate;
import org.quantplatform.model.Credentials;
import org.quantplatform.rest.internal.front.Callers;
import org.quantplatform.rest.internal.http.Call;
import org.quantplatform.rest.internal.http.Conditions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers about finished work, kept in memory and, where one is configured, in a Redis. A kept answer is sent to whoever may
 * read the work itself: the session is looked up for each request, the right to read at least every five seconds.
 */
@Component(service = AnswerCache.class, configurationPid = "org.quantplatform.rest.cache")
@Designate(ocd = CacheSettings.class)
public final class AnswerCache {

    private static final Logger LOG = LoggerFactory.getLogger(AnswerCache.class);
    private static final long MB = 1L << 20;
    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final int LONGEST_QUERY = 500;
    private static final String PREFIX = "quant:answer:1:";

    private final List<AnswerStore> stores;
    private final Known known = new Known();

    @Activate
    public AnswerCache(CacheSettings settings) {
        this(settings.memory_mb() * MB, settings.redis_url().strip());
    }

    /**
     * @param memory bytes; 0 for none
     * @param redis address, empty for none
     */
    public AnswerCache(long memory, String redis) {
        this(memory, redis, PAUSE);
    }

    /** @param pause for which a Redis that did not answer is left alone */
    public AnswerCache(long memory, String redis, Duration pause) {
        this.stores = memory <= 0 ? List.of() : stores(new MemoryStore(memory), redis, pause);
    }

    private static List<AnswerStore> stores(AnswerStore memory, String redis, Duration pause) {
        if (redis.isEmpty()) {
            return List.of(memory);
        }
        try {
            return List.of(memory, new RedisStore(URI.create(redis), pause));
        } catch (IllegalArgumentException e) {
            // the address may hold a password
            LOG.warn("redis_url in etc/org.quantplatform.rest.cache.cfg is no address of a Redis; going on without");
            return List.of(memory);
        }
    }

    @Deactivate
    public void close() {
        stores.forEach(AnswerStore::close);
    }

    /** To be called before and after anything that may change something. */
    public void changed() {
        known.forgetAll();
    }

    /**
     * Sends the kept answer. When there is none, the one that the route gives will be kept.
     *
     * @return false when the route must answer
     * @throws org.quantplatform.model.QuantException when the caller may not read the thing
     */
    public boolean answer(Call call, HttpServletResponse response) throws IOException {
        HttpServletRequest request = call.request();
        String query = request.getQueryString();
        if (stores.isEmpty()
                || !request.getMethod().equals("GET")
                || query != null && query.length() > LONGEST_QUERY
                || !acceptsJson(request.getHeader("Accept"))) {
            return false;
        }
        Optional<Subject> subject = Subject.of(request.getRequestURI());
        Optional<String> version = subject.flatMap(one -> version(call, one));
        if (version.isEmpty()) {
            return false;
        }
        boolean packed = Conditions.acceptsGzip(request.getHeader("Accept-Encoding"));
        String key = PREFIX + version.get() + (packed ? "gzip " : "plain ") + request.getRequestURI() + "?" + query;
        Optional<CachedAnswer> found = find(key);
        if (found.isEmpty()) {
            call.keepAnswer(answer -> stores.forEach(store -> store.put(key, answer)));
            return false;
        }
        send(found.get(), request, response);
        return true;
    }

    private Optional<String> version(Call call, Subject subject) {
        var session = call.session();
        Credentials credentials = Callers.credentials(call.request());
        Optional<String> sure = known.version(credentials, subject);
        if (sure.isPresent()) {
            return sure;
        }
        long before = known.changes();
        Optional<String> version = subject.version(session);
        version.ifPresent(one -> known.note(credentials, subject, one, before));
        return version;
    }

    private Optional<CachedAnswer> find(String key) {
        for (int i = 0; i < stores.size(); i++) {
            Optional<CachedAnswer> found = stores.get(i).get(key);
            if (found.isPresent()) {
                stores.subList(0, i).forEach(store -> store.put(key, found.get()));
                return found;
            }
        }
        return Optional.empty();
    }

    private static void send(CachedAnswer answer, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setHeader("ETag", answer.etag());
        response.setHeader("Cache-Control", "private, no-cache");
        response.addHeader("Vary", "Accept-Encoding");
        if (!answer.lastModified().isEmpty()) {
            response.setHeader("Last-Modified", answer.lastModified());
        }
        String known = request.getHeader("If-None-Match");
        if (known != null && Conditions.names(known, answer.etag())) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        if (!answer.encoding().isEmpty()) {
            response.setHeader("Content-Encoding", answer.encoding());
        }
        response.setContentType("application/json");
        response.setContentLength(answer.body().length);
        response.getOutputStream().write(answer.body());
    }

    private static boolean acceptsJson(@Nullable String accepted) {
        return accepted == null || accepted.contains("*/*") || accepted.contains("application/json");
    }
}
