package org.quantplatform.httpserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.255.0.1, true",
        "10.0.0.0/8, 11.0.0.1, false",
        "192.168.7.0/25, 192.168.7.127, true",
        "192.168.7.0/25, 192.168.7.128, false",
        "203.0.113.9, 203.0.113.9, true",
        "203.0.113.9, 203.0.113.8, false",
        "10.0.0.5-10.0.0.9, 10.0.0.9, true",
        "10.0.0.5-10.0.0.9, 10.0.0.10, false",
        "2001:db8::/32, 2001:db8:1::7, true",
        "2001:db8::/32, 2001:db9::7, false",
        "::1, ::1, true",
        "10.0.0.0/8, ::ffff:10.1.2.3, true",
        "0.0.0.0/0, 2001:db8::1, false",
    })
    void holdsWhatItNames(String members, String address, boolean within) throws Exception {
        assertThat(Addresses.parse(members).contains(InetAddress.getByName(address)))
                .isEqualTo(within);
    }

    @Test
    void takesSeveral() throws Exception {
        Addresses several = Addresses.parse(" 10.0.0.0/8,, 2001:db8::/32 ");
        assertThat(several.contains(InetAddress.getByName("10.1.1.1"))).isTrue();
        assertThat(several.contains(InetAddress.getByName("2001:db8::1"))).isTrue();
        assertThat(Addresses.parse(" , ").isEmpty()).isTrue();
        assertThat(Addresses.parse("").contains(InetAddress.getByName("127.0.0.1")))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.0/33",
                "10.0.0.1/8",
                "desk.example.org",
                "localhost",
                "10.0.0",
                "10.0.0.256",
                "*",
                "1::2::3"
            })
    void refusesWhatIsNoAddress(String members) {
        assertThatThrownBy(() -> Addresses.parse(members)).isInstanceOf(IllegalArgumentException.class);
    }
}
