package io.duckboard.security.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.duckboard.audit.AuditFilter;
import io.duckboard.audit.AuditSearch;
import io.duckboard.client.QueryEngine;
import io.duckboard.engine.testing.Attack;
import io.duckboard.testing.ScriptedEngine;
import io.duckboard.testing.SlowClients;
import io.duckboard.testing.Visitor;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.crypto.bcrypt.BCrypt;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.bean.override.convention.TestBean;

/** Where there is a file of users, nobody gets anything of the app without the right name and password. */
@Tag("app")
// No page of Vaadin's is shown here, so a front end need not have been built.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "vaadin.productionMode=true")
@Attack("Passwords are tried, sessions forged, fixed and used after their end, and roles kept that were taken away")
class PasswordSignInTest {

    private static final String ANN = "ann:analyst:{bcrypt}" + hash("correct horse");

    private static @Nullable Path users;

    @LocalServerPort
    private int port;

    @TestBean
    @Nullable
    QueryEngine engine;

    @Autowired
    private AuditSearch audit;

    private Visitor ann;

    static QueryEngine engine() {
        return new ScriptedEngine();
    }

    @DynamicPropertySource
    static void home(DynamicPropertyRegistry properties) throws IOException {
        Path home = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "home-");
        users = Files.writeString(home.resolve("users"), ANN);
        properties.add("duckboard.home", home::toString);
        properties.add("duckboard.users", home.resolve("users")::toString);
    }

    @BeforeEach
    void letAnnBeThere() throws IOException {
        write(ANN);
        ann = new Visitor(port);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/sql?q=SELECT+1", "/data/trips", "/lineage", "/nowhere"})
    void asksAStrangerToSignIn(String page) throws Exception {
        HttpResponse<String> answer = ann.open(page);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(ann.next(answer)).isEqualTo("/sign-in");
        assertThat(ann.session()).as("nothing is kept for a stranger").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/?v-r=init&location=sql",
                "/VAADIN/dynamic/resource/0/none/none",
                "/VAADIN/build/nothing.js",
                "/VAADIN/push?v-r=init",
                "/dashboard.css",
                "/maps/taxi_zones.geojson"
            })
    void givesAStrangerNothingElse(String address) throws Exception {
        HttpResponse<String> answer = ann.open(address, "Accept", "*/*");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("Nobody is signed in here");
        assertThat(ann.session()).as("nothing is kept for a stranger").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"HEAD", "PUT", "DELETE", "PATCH", "OPTIONS"})
    void opensThePageToNothingButAVisitAndItsForm(String method) throws Exception {
        HttpResponse<String> answer = ann.send(method, "/sign-in");

        assertThat(answer.statusCode()).isIn(401, 405);
        assertThat(ann.session()).isEmpty();
    }

    @Test
    void takesNoNameThatNobodyCanHave() throws Exception {
        assertThat(ann.next(ann.signIn("a".repeat(100_000), "correct horse"))).isEqualTo("/sign-in?why=wrong");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sign-in", "/sign-in.css", "/icons/duckboard.svg"})
    void givesAStrangerThePageToSignIn(String address) throws Exception {
        HttpResponse<String> answer = ann.open(address);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void goesOnToThePageThatWasWanted() throws Exception {
        ann.open("/sql?q=SELECT+1");

        HttpResponse<String> answer = ann.signIn("ann", "correct horse");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(ann.next(answer)).isEqualTo("/sql?q=SELECT+1");
        assertThat(isIn(ann)).isTrue();
    }

    @Test
    void givesTheSessionANewNameAndItsCookieToNoScript() throws Exception {
        ann.open("/");
        String before = ann.session();

        HttpResponse<String> answer = ann.signIn("ann", "correct horse");

        assertThat(ann.session()).isNotEqualTo(before).isNotEmpty();
        assertThat(answer.headers().firstValue("Set-Cookie").orElse("")).contains("HttpOnly", "SameSite=Lax");
    }

    @Test
    void saysThatTheNameOrThePasswordIsWrongAndNotWhich() throws Exception {
        String one = ann.next(ann.signIn("ann", "wrong"));
        String other = ann.next(ann.signIn("nobody", "wrong"));

        assertThat(one).isEqualTo(other).isEqualTo("/sign-in?why=wrong");
        assertThat(ann.open(one).body()).contains("The name or the password is wrong.");
        assertThat(isIn(ann)).isFalse();
    }

    @Test
    void makesWaitWhoTriesManyPasswords() throws Exception {
        write(ANN.replace("ann:", "often:"));
        for (int i = 0; i < Throttle.FOR_A_NAME; i++) {
            assertThat(ann.next(ann.signIn("often", "wrong " + i))).endsWith("why=wrong");
        }

        assertThat(ann.next(ann.signIn("often", "correct horse"))).isEqualTo("/sign-in?why=wait");
        assertThat(ann.open("/sign-in?why=wait").body()).contains("Wait five minutes");
    }

    @Test
    void knowsNoSessionThatItHasNotMade() throws Exception {
        HttpResponse<String> answer = ann.open("/", "Cookie", "JSESSIONID=0123456789ABCDEF0123456789ABCDEF");

        assertThat(ann.next(answer)).isEqualTo("/sign-in?why=over");
        assertThat(ann.open("/sign-in?why=over").body()).contains("Please sign in again.");
    }

    @Test
    void takesNoPasswordFromAnotherSite() throws Exception {
        HttpResponse<String> answer = ann.post(
                "/sign-in", Map.of("name", "ann", "password", "correct horse"), "Origin", "http://evil.example");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(isIn(ann)).isFalse();
    }

    @Test
    void takesNoPasswordFromAnAddress() throws Exception {
        ann.open("/sign-in?name=ann&password=correct+horse");

        assertThat(isIn(ann)).isFalse();
    }

    @Test
    void recordsWhoSignsInAndOutAndWhoIsNotLetIn() throws Exception {
        write(ANN.replace("ann:", "anna:"));
        ann.signIn("anna", "wrong");
        ann.signIn("my password", "anna");
        ann.signIn("anna", "correct horse");
        ann.post("/sign-out", Map.of());

        assertThat(audit.find(AuditFilter.ALL, Optional.empty(), 4).lines())
                .extracting(line -> line.kind().word() + ", " + line.outcome().word() + ", " + line.name() + ", "
                        + line.address() + ", " + line.message())
                .containsExactly(
                        "sign-out, signed-out, anna, 127.0.0.1, Signed out.",
                        "sign-in, signed-in, anna, 127.0.0.1, ",
                        "sign-in, refused, , 127.0.0.1, The name or the password is wrong.",
                        "sign-in, refused, anna, 127.0.0.1, The name or the password is wrong.");
    }

    @Test
    void signsOutOfOneSession() throws Exception {
        ann.signIn("ann", "correct horse");
        Visitor elsewhere = new Visitor(port);
        elsewhere.signIn("ann", "correct horse");

        HttpResponse<String> answer = ann.post("/sign-out", Map.of());

        assertThat(ann.next(answer)).isEqualTo("/sign-in?why=out");
        assertThat(isIn(ann)).isFalse();
        assertThat(isIn(elsewhere)).isTrue();
    }

    @Test
    void signsOutEverywhere() throws Exception {
        ann.signIn("ann", "correct horse");
        Visitor elsewhere = new Visitor(port);
        elsewhere.signIn("ann", "correct horse");

        ann.post("/sign-out", Map.of("everywhere", ""));

        assertThat(isIn(ann)).isFalse();
        assertThat(isIn(elsewhere)).isFalse();
    }

    @Test
    void signsNobodyOutForAnotherSite() throws Exception {
        ann.signIn("ann", "correct horse");

        assertThat(ann.open("/sign-out").statusCode()).isNotEqualTo(302);
        assertThat(ann.post("/sign-out", Map.of(), "Origin", "http://evil.example")
                        .statusCode())
                .isEqualTo(403);
        assertThat(isIn(ann)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "bob", "viewer", "password", "broken"})
    void endsASessionWhoseLineHasChanged(String change) throws Exception {
        ann.signIn("ann", "correct horse");
        String session = ann.session();

        write(
                switch (change) {
                    case "bob" -> ANN.replace("ann:", "bob:");
                    case "viewer" -> ANN.replace("analyst", "viewer");
                    case "password" -> "ann:analyst:{bcrypt}" + hash("another");
                    case "broken" -> ANN.replace("analyst", "annalist");
                    default -> "";
                });

        assertThat(isIn(ann)).isFalse();
        assertThat(ann.open("/", "Cookie", "JSESSIONID=" + session).statusCode())
                .isEqualTo(302);
    }

    @Test
    void keepsASessionWhereAnotherLineHasChanged() throws Exception {
        ann.signIn("ann", "correct horse");

        write(ANN + "\n" + ANN.replace("ann:", "bob:"));

        assertThat(isIn(ann)).isTrue();
    }

    @Test
    void knowsOnlyTheNewPasswordOfAChangedLine() throws Exception {
        write("ann:analyst:{bcrypt}" + hash("another"));

        assertThat(ann.next(ann.signIn("ann", "correct horse"))).endsWith("why=wrong");
        ann.signIn("ann", "another");
        assertThat(isIn(ann)).isTrue();
    }

    /** An open page that is over has to say so, instead of seeing a page where it expects a message. */
    @Test
    void servesOthersBesideFormsThatNeverEnd() throws Exception {
        String begun = "POST /sign-in HTTP/1.1\r\nHost: localhost:" + port + "\r\nOrigin: http://localhost:" + port
                + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\nname=";
        try (var slow = new SlowClients(port, begun)) {
            assertThat(ann.open("/sign-in").statusCode()).isEqualTo(200);
            assertThat(slow.answered()).isZero();
        }
    }

    @Test
    void tellsAnOpenPageThatItsSessionIsOver() throws Exception {
        HttpResponse<String> answer =
                ann.post("/?v-r=uidl&v-uiId=0", Map.of(), "Cookie", "JSESSIONID=0123456789ABCDEF0123456789ABCDEF");

        assertThat(answer.body()).contains("sessionExpired");
    }

    /** Something of the app that takes no front end. */
    private static boolean isIn(Visitor visitor) throws IOException, InterruptedException {
        return visitor.open("/dashboard.css", "Accept", "text/css").statusCode() == 200;
    }

    /** The file's time may not have moved on between two changes, and its size may be the same. */
    private static void write(String lines) throws IOException {
        Path file = Objects.requireNonNull(users);
        Path next = Files.writeString(file.resolveSibling("users.new"), lines);
        Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String hash(String password) {
        return BCrypt.hashpw(password, BCrypt.gensalt(4));
    }
}
