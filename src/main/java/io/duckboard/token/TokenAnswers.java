package io.duckboard.token;

import io.duckboard.audit.Audit;
import io.duckboard.audit.AuditEvent;
import io.duckboard.database.socket.HomeAnswers;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers commands about tokens. They come from the operator's account, which may do everything. */
@Component
final class TokenAnswers implements HomeAnswers {

    private final Tokens tokens;
    private final Audit audit;

    TokenAnswers(Tokens tokens, Audit audit) {
        this.tokens = tokens;
        this.audit = audit;
    }

    @Override
    public Set<String> questions() {
        return Arrays.stream(TokenQuestion.values())
                .map(TokenQuestion::question)
                .collect(Collectors.toSet());
    }

    @Override
    public Map<String, @Nullable Object> answer(String question, Map<String, Object> members) {
        return switch (TokenQuestion.named(question).orElseThrow()) {
            case ISSUE -> {
                IssuedToken issued = tokens.issue(TokenJson.wanted(members));
                audit.record(new AuditEvent.Setting(TokenChange.made(issued.token())));
                yield TokenJson.members(issued);
            }
            case LIST -> TokenJson.members(tokens.all());
            case REVOKE -> {
                Token revoked = tokens.revoke(String.valueOf(members.get("id")));
                audit.record(new AuditEvent.Setting(TokenChange.revoked(revoked)));
                yield TokenJson.members(revoked);
            }
        };
    }
}
