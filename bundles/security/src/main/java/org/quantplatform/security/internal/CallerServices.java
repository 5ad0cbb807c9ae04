package org.quantplatform.security.internal;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.quantplatform.core.identity.CallerService;

/** The parts of the api that are there at this moment. */
@Component(service = CallerServices.class)
public final class CallerServices {

    private final List<CallerService<?>> services = new CopyOnWriteArrayList<>();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void add(CallerService<?> service) {
        services.add(service);
    }

    void remove(CallerService<?> service) {
        services.remove(service);
    }

    /** The cast is sound because {@link CallerService#type} names the type that it makes. */
    @SuppressWarnings("unchecked")
    <T> Optional<CallerService<T>> find(Class<T> type) {
        return services.stream()
                .filter(service -> service.type() == type)
                .map(service -> (CallerService<T>) service)
                .findFirst();
    }
}
