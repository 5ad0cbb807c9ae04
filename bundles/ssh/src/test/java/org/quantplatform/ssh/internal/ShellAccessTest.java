package org.quantplatform.ssh.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShellAccessTest {

    @TempDir
    Path folder;

    @Test
    void keepsThePrivateKeyForItsOwner() throws IOException {
        new ShellAccess(folder, folder);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("shell.key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void registersThePublicHalfBesideWhatWasThere() throws Exception {
        Files.writeString(folder.resolve("keys.properties"), "_g_\\:admingroup = group,admin\nann = AAAA,admin\n");
        new ShellAccess(folder, folder);
        String text = Files.readString(folder.resolve("keys.properties"));
        assertThat(text).startsWith("_g_\\:admingroup = group,admin\nann = AAAA,admin\nquant = ");
        String line =
                text.lines().filter(l -> l.startsWith("quant")).findFirst().orElseThrow();
        assertThat(line).endsWith(",_g_:admingroup");
        byte[] blob = Base64.getDecoder().decode(line.substring(8, line.indexOf(',')));
        assertThat(modulus(blob)).isEqualTo(privateKey().getModulus());
    }

    @Test
    void leavesAnExistingKeyAlone() throws IOException {
        new ShellAccess(folder, folder);
        String before = Files.readString(folder.resolve("shell.key"));
        new ShellAccess(folder, folder);
        assertThat(Files.readString(folder.resolve("shell.key"))).isEqualTo(before);
    }

    private RSAPrivateCrtKey privateKey() throws Exception {
        String pem = Files.readString(folder.resolve("shell.key")).replaceAll("-----[^-]+-----", "");
        byte[] encoded = Base64.getMimeDecoder().decode(pem);
        return (RSAPrivateCrtKey) KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
    }

    private static BigInteger modulus(byte[] blob) {
        ByteBuffer buffer = ByteBuffer.wrap(blob);
        byte[] part = {};
        for (int i = 0; i < 3; i++) {
            part = new byte[buffer.getInt()];
            buffer.get(part);
        }
        return new BigInteger(part);
    }
}
