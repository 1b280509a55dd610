package io.duckboard.tokenpage.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasText;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.Element;
import io.duckboard.audit.Audit;
import io.duckboard.engine.protocol.CallerId;
import io.duckboard.security.Asker;
import io.duckboard.security.Origin;
import io.duckboard.security.Owner;
import io.duckboard.security.Role;
import io.duckboard.security.SignInSettings;
import io.duckboard.security.SignedIn;
import io.duckboard.testing.KeptHome;
import io.duckboard.testing.PanelTest;
import io.duckboard.testing.SettableClock;
import io.duckboard.testing.SignIn;
import io.duckboard.token.NewToken;
import io.duckboard.token.PersonalTokens;
import io.duckboard.token.Token;
import io.duckboard.token.Tokens;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** People make, see and revoke tokens on a page, each their own, and operators everybody's. */
@ExtendWith(OutputCaptureExtension.class)
class TokensViewTest extends PanelTest {

    @RegisterExtension
    private static final KeptHome HOME = new KeptHome();

    private static final SignInSettings TEAM = SignIn.by(Path.of("users"));

    private final SettableClock clock = new SettableClock();
    private final Map<Owner, Role> roles = new HashMap<>();
    private final Tokens tokens = new Tokens(HOME.database(), clock, owner -> Optional.ofNullable(roles.get(owner)));
    private Asker asker = Asker.everyone();

    @BeforeEach
    void forgetTheTokensOfOthers() {
        HOME.database().jdbc().sql("DELETE FROM token").update();
    }

    @Test
    void saysWhatTokensAreForAsLongAsThereIsNone() {
        enter("ann", Role.ANALYST);

        show(TEAM);

        assertThat(find(NoTokens.class).single().isVisible()).isTrue();
        assertThat(rows()).isEmpty();
    }

    @Test
    void makesATokenAndShowsItOnce(CapturedOutput log) {
        enter("ann", Role.ANALYST);
        show(TEAM);

        click("New token");
        test(field("Name")).setValue("<b>notebook</b>");
        click("Create");

        String text = field("Token").getValue();
        assertThat(tokens.check(text).toString()).contains("notebook").contains("ANALYST");
        assertThat(log.getAll()).doesNotContain(text.substring(text.lastIndexOf('_')));
        click("Done");
        assertThat(find(Dialog.class).exists()).isFalse();
        assertThat(rows())
                .containsExactly("<b>notebook</b> · " + mine().id()
                        + " · analyst · 1 Jan 2026 · 1 Apr 2026, in 90 days · never · valid · Revoke");
    }

    @Test
    void makesNoneWithoutANameOrForNoTime() {
        enter("ann", Role.ANALYST);
        show(TEAM);

        click("New token");
        click("Create");
        assertThat(field("Name").getErrorMessage()).isEqualTo("A token needs a name.");
        test(field("Name")).setValue("notebook");
        choose("Valid for", "another number of days");
        for (String days : List.of("", "0", "367", "abc", "-1")) {
            test(field("Days")).setValue(days);
            click("Create");
            assertThat(field("Days").isInvalid()).as(days).isTrue();
            assertThat(field("Days").getErrorMessage()).isEqualTo("Type a number of days from 1 to 366.");
        }
        assertThat(tokens.all()).isEmpty();

        test(field("Days")).setValue("12");
        assertThat(texts(Paragraph.class)).contains("It ends on 13 Jan 2026.");
        click("Create");
        assertThat(Duration.between(mine().createdAt(), mine().expiresAt())).isEqualTo(Duration.ofDays(12));
    }

    @Test
    void offersRolesThatAreOfUseUpToOnesOwn() {
        enter("ann", Role.ANALYST);
        show(TEAM);
        click("New token");
        assertThat(test(select("Role")).getSuggestions()).containsExactly("viewer", "analyst");

        enter("olaf", Role.OPERATOR);
        show(TEAM);
        click("New token");
        assertThat(test(select("Role")).getSuggestions()).containsExactly("viewer", "analyst", "operator");
    }

    @Test
    void showsNoCommandInSqlForATokenThatMayNotAskInIt() {
        enter("ann", Role.ANALYST);
        show(TEAM);
        click("New token");
        test(field("Name")).setValue("agent");
        choose("Role", "viewer");

        click("Create");

        assertThat(tokens.check(field("Token").getValue()).toString()).contains("VIEWER");
        assertThat(find(Pre.class).exists()).isFalse();
        assertThat(texts(Paragraph.class)).contains("An agent that sends it reads dashboards, and nothing else.");
    }

    @Test
    void saysInTheDialogWhyThereIsNoToken() {
        enter("ann", Role.ANALYST);
        show(TEAM);
        click("New token");
        test(field("Name")).setValue("notebook");

        roles.clear();
        click("Create");

        assertThat(texts(Paragraph.class)).anyMatch(text -> text.startsWith("Nobody is known here as user:ann."));
        assertThat(field("Name").getValue()).isEqualTo("notebook");
    }

    @Test
    void revokesOnlyWhenAsked() {
        enter("ann", Role.ANALYST);
        issue("ann", Role.ANALYST, 1);
        show(TEAM);

        click("Revoke");
        test(find(ConfirmDialog.class).single()).cancel();
        assertThat(mine().revokedAt()).isEmpty();
        click("Revoke");
        test(find(ConfirmDialog.class).single()).confirm();

        assertThat(mine().revokedAt()).isPresent();
        assertThat(rows()).singleElement().asString().contains("revoked").doesNotContain("Revoke");
    }

    @Test
    void marksTokensThatLetNobodyInAndThoseThatMayDoLess() {
        enter("ann", Role.OPERATOR);
        issue("ann", Role.OPERATOR, 10);
        issue("bob", Role.ANALYST, 10);
        issue("ann", Role.ANALYST, 1);
        show(TEAM);

        clock.advance(Duration.ofDays(2));
        roles.put(asker.owner(), Role.ANALYST);
        roles.remove(new Owner("user:bob"));
        choose("Whose tokens", "Everybody's");

        assertThat(rows()).hasSize(3);
        assertThat(rows()).anyMatch(row -> row.contains("expired"));
        assertThat(rows()).anyMatch(row -> row.contains("bob") && row.contains("owner is gone"));
        assertThat(rows()).anyMatch(row -> row.contains("analyst (made as operator)") && row.contains("valid"));
    }

    @Test
    void showsEverybodysToOperatorsAlone() {
        issue("bob", Role.ANALYST, 10);
        enter("ann", Role.ANALYST);
        issue("ann", Role.ANALYST, 10);
        show(TEAM);
        assertThat(find(Select.class).exists()).isFalse();
        assertThat(rows()).singleElement().asString().doesNotContain("bob");

        enter("olaf", Role.OPERATOR);
        show(TEAM);
        assertThat(rows()).isEmpty();
        choose("Whose tokens", "Everybody's");
        assertThat(rows()).hasSize(2);

        test(find(TextField.class).single()).setValue("BOB");
        assertThat(rows()).singleElement().asString().contains("bob");
        test(find(TextField.class).single()).setValue("nobody");
        assertThat(texts(Paragraph.class)).contains("None of 2 tokens has “nobody” in its name, owner or id.");
    }

    @Test
    void showsAllWhereNobodySignsIn() {
        tokens.issue(new NewToken("nightly", Role.ANALYST, Optional.empty(), NewToken.USUAL));
        issue("ann", Role.ANALYST, 10);

        show(SignIn.none());

        assertThat(rows()).hasSize(2).anyMatch(row -> row.contains("a program"));
        assertThat(texts(Span.class)).anyMatch(text -> text.startsWith("Nobody signs in here"));
    }

    @Test
    void showsMoreWhenAsked() {
        for (int i = 0; i < 60; i++) {
            issue("ann", Role.ANALYST, 10);
        }
        enter("ann", Role.ANALYST);
        show(TEAM);
        assertThat(rows()).hasSize(50);

        click("Show more");

        assertThat(rows()).hasSize(60);
        assertThat(find(Button.class).withText("Show more").exists()).isFalse();
    }

    @Test
    void saysThatARoleWasTakenAway() {
        enter("ann", Role.ANALYST);
        issue("ann", Role.ANALYST, 10);
        show(TEAM);

        enter("ann", Role.VIEWER);
        click("Revoke");
        test(find(ConfirmDialog.class).single()).confirm();

        assertThat(texts(Paragraph.class)).contains("The role viewer may not do this.");
        assertThat(mine().revokedAt()).isEmpty();
    }

    private void enter(String name, Role role) {
        asker = new Asker(new Owner("user:" + name), name, role, CallerId.random(), Origin.APP);
        roles.put(asker.owner(), role);
    }

    private void issue(String name, Role role, int days) {
        var owner = new Owner("user:" + name);
        roles.merge(owner, role, (before, now) -> before.compareTo(now) > 0 ? before : now);
        tokens.issue(new NewToken(
                name + "'s", role, Optional.of(new NewToken.TokenOwner(owner, name)), Duration.ofDays(days)));
    }

    private Token mine() {
        return tokens.of(asker.owner()).getFirst();
    }

    private void show(SignInSettings settings) {
        find(Dialog.class).all().forEach(Dialog::close);
        show(new TokensView(
                new PersonalTokens(tokens, () -> asker, Audit.off()), new SignedIn(settings), () -> asker, clock));
    }

    private List<String> rows() {
        return find(NativeTableRow.class).all().stream()
                .filter(row -> row.getElement().hasAttribute("data-standing"))
                .map(row -> String.join(
                        " · ",
                        row.getElement()
                                .getChildren()
                                .flatMap(cell -> cell.getChildCount() > 1 ? cell.getChildren() : Stream.of(cell))
                                .map(Element::getTextRecursively)
                                .toList()))
                .toList();
    }

    private void click(String text) {
        test(find(Button.class).withText(text).single()).click();
    }

    private TextField field(String label) {
        return find(TextField.class)
                .withCondition(field -> label.equals(field.getLabel()))
                .single();
    }

    @SuppressWarnings("unchecked")
    private Select<Object> select(String label) {
        return find(Select.class)
                .withCondition(select -> label.equals(select.getLabel())
                        || select.getAriaLabel().filter(label::equals).isPresent())
                .single();
    }

    private void choose(String label, String item) {
        test(select(label)).selectItem(item);
    }

    private <C extends Component & HasText> List<String> texts(Class<C> type) {
        return find(type).all().stream().map(HasText::getText).toList();
    }
}
