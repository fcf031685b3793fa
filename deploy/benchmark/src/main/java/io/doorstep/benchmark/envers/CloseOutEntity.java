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
@Table(name = "close_out")
class CloseOutEntity {
    @Id
    @Column(length = 36)
    @Nullable
    String id;

    @Version
    long version;

    @Column(length = 64)
    @Nullable
    String approver;
}
