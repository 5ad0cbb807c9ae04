package org.quantplatform.httpserver;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What may be set about the gateway; read from {@code etc/org.quantplatform.http.cfg}, also while the server runs. */
@ObjectClassDefinition(pid = HttpSettings.PID, name = "HTTP gateway")
public @interface HttpSettings {

    String PID = "org.quantplatform.http";

    @AttributeDefinition(
            description = "Addresses that may call beside this machine, such as 10.0.0.0/8; all when empty")
    String allow() default "";

    @AttributeDefinition(description = "Addresses of proxies that are believed whom they speak for; none when empty")
    String trusted_proxies() default "";

    @AttributeDefinition(description = "Whether plain HTTP answers other machines although HTTPS is offered")
    boolean plain_remote() default false;

    @AttributeDefinition(description = "Requests per second that one address may send on average; 0 for any number")
    int rate_per_second() default 200;

    @AttributeDefinition(description = "Requests that an address which was quiet may send at once")
    int rate_burst() default 1000;

    @AttributeDefinition(description = "Addresses without a limit of requests and connections")
    String unlimited() default "127.0.0.0/8,::1";

    @AttributeDefinition(description = "Connections that may be open at the same time")
    int connections() default 4096;

    @AttributeDefinition(description = "Connections that one address may have open at the same time")
    int connections_per_address() default 128;

    @AttributeDefinition(description = "Seconds within which the head of a request must be complete")
    int head_seconds() default 15;

    @AttributeDefinition(description = "Bytes per second that a body must bring on average, after ten seconds of grace")
    int body_bytes_per_second() default 1024;

    @AttributeDefinition(description = "Largest body of any request, in MB; routes may allow less")
    int body_limit_mb() default 520;

    @AttributeDefinition(description = "Days for which browsers are told to come by HTTPS only; 0 for none")
    int hsts_days() default 365;
}
