package io.doorstep.benchmark.envers;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.hibernate.envers.Audited;
import org.jspecify.annotations.Nullable;

@Entity
@Audited
@Table(name = "problem")
class CaseEntity {
    @Id
    @Column(length = 36)
    @Nullable
    String id;

    @Version
    long version;

    @Column(length = 20)
    @Nullable
    String status;

    @Column(length = 2000)
    @Nullable
    String words;
}
