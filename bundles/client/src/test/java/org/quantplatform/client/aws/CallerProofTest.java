package org.quantplatform.client.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quantplatform.api.auth.AwsLoginRequest;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.QuantException;
import org.quantplatform.testkit.LocalSts;

class CallerProofTest {

    private static final LocalSts.Identity ANN = new LocalSts.Identity(
            "ASIAANN0000000000001",
            "secret/of+ann",
            "token==",
            "arn:aws:iam::123456789012:user/ann",
            "123456789012",
            "AIDAANN");

    @TempDir
    Path home;

    @Test
    void makesARequestThatStsAcceptsAndThatHoldsNoSecret() throws Exception {
        try (LocalSts sts = LocalSts.start().add(ANN)) {
            AwsEnvironment environment = new AwsEnvironment(
                    Map.of(
                            "AWS_ACCESS_KEY_ID", ANN.accessKey(),
                            "AWS_SECRET_ACCESS_KEY", ANN.secret(),
                            "AWS_SESSION_TOKEN", "token==",
                            "AWS_ENDPOINT_URL_STS", sts.url()),
                    home);

            AwsLoginRequest proof = new CallerProof(environment, Clock.systemUTC()).sign("quant.example.org");

            assertThat(proof.headers()).containsEntry("X-Quant-Server-Name", "quant.example.org");
            assertThat(proof.headers().values()).noneMatch(value -> value.contains(ANN.secret()));
            HttpResponse<String> answer = send(proof);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains(ANN.arn());
        }
    }

    @Test
    void readsTheProfilesThatAwsProgramsWrite() throws IOException {
        Files.createDirectories(home.resolve(".aws"));
        Files.writeString(
                home.resolve(".aws/credentials"),
                """
                [default]
                aws_access_key_id = AKIADEFAULT000000001
                aws_secret_access_key = one
                # another
                [desk]
                aws_access_key_id=AKIADESK000000000001
                aws_secret_access_key=two=
                aws_session_token = three
                """);
        Files.writeString(
                home.resolve(".aws/config"), "[default]\nregion = eu-west-1\n[profile desk]\nregion=cn-north-1\n");

        AwsEnvironment plain = new AwsEnvironment(Map.of(), home);
        assertThat(plain.keys()).isEqualTo(new AwsKeys("AKIADEFAULT000000001", "one", Optional.empty()));
        assertThat(plain.sts()).isEqualTo(URI.create("https://sts.eu-west-1.amazonaws.com"));
        assertThat(plain.signingRegion()).isEqualTo("eu-west-1");
        AwsEnvironment desk = new AwsEnvironment(Map.of("AWS_PROFILE", "desk"), home);
        assertThat(desk.keys()).isEqualTo(new AwsKeys("AKIADESK000000000001", "two=", Optional.of("three")));
        assertThat(desk.sts()).isEqualTo(URI.create("https://sts.cn-north-1.amazonaws.com.cn"));
    }

    @Test
    void saysWhereKeysAreLookedFor() {
        AwsEnvironment none = new AwsEnvironment(Map.of(), home);

        assertThatThrownBy(none::keys)
                .isInstanceOfSatisfying(
                        QuantException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.UNAUTHENTICATED))
                .hasMessageContaining("AWS_ACCESS_KEY_ID");
        assertThat(none.sts()).isEqualTo(URI.create("https://sts.amazonaws.com"));
        assertThat(none.signingRegion()).isEqualTo("us-east-1");
        assertThatThrownBy(() -> new AwsEnvironment(Map.of("AWS_ENDPOINT_URL_STS", "ftp://x"), home).sts())
                .hasMessageContaining("without a path");
    }

    private static HttpResponse<String> send(AwsLoginRequest proof) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(proof.url())).POST(HttpRequest.BodyPublishers.ofString(proof.body()));
        proof.headers().forEach((name, value) -> {
            if (!name.equals("Host")) {
                request.header(name, value);
            }
        });
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
