using Dapper;
using LearningCity.Tests.Support;
using LearningCity.Warehouse.Snapshots;
using LearningCity.Warehouse.Storage;

namespace LearningCity.Warehouse.Tests.Storage;

public sealed class WorkingStoreTests
{
    [Fact]
    public void A_new_store_holds_the_built_in_catalog_and_no_score()
    {
        using var folder = new TempFolder();
        using var store = WorkingStore.Open(folder.Data, TimeProvider.System);
        store.Catalog.Frameworks.Single().Code.ShouldBe("2023");
        store.Connection.QuerySingle<long>("select count(*) from fct_score").ShouldBe(0);
        store.Sample.ShouldBeFalse();
        Directory.Exists(folder.Data.Archive).ShouldBeTrue();
    }

    [Fact]
    public void A_second_writer_is_refused_at_once_and_may_come_back_later()
    {
        using var folder = new TempFolder();
        var first = WorkingStore.Open(folder.Data, TimeProvider.System);
        var refused = Should.Throw<StoreInUseException>(() => WorkingStore.Open(folder.Data, TimeProvider.System));
        refused.Message.ShouldContain(folder.Path);
        first.Dispose();
        WorkingStore.Open(folder.Data, TimeProvider.System).Dispose();
    }

    [Fact]
    public void What_a_store_holds_is_decided_when_it_is_created()
    {
        using var folder = new TempFolder();
        WorkingStore.Open(folder.Data, TimeProvider.System, sample: true).Dispose();
        using var store = WorkingStore.Open(folder.Data, TimeProvider.System);
        store.Sample.ShouldBeTrue();
    }

    [Fact]
    public void A_store_of_a_later_version_is_refused_with_a_sentence()
    {
        using var folder = new TempFolder();
        using (var store = WorkingStore.Open(folder.Data, TimeProvider.System))
            store.Connection.Execute("update meta_store set value = '999' where key = 'schema_version'");
        Should.Throw<InvalidDataException>(() => WorkingStore.Open(folder.Data, TimeProvider.System)).Message.ShouldContain("999");
        // The refusal lets go of the store.
        Should.Throw<InvalidDataException>(() => WorkingStore.Open(folder.Data, TimeProvider.System));
    }

    [Fact]
    public void Publication_is_pending_after_a_load_that_was_not_published()
    {
        using var test = new TestStore(TestStore.SmallCity);
        test.Load("r1 d1 A1 expert 1");
        test.Store.PublishPending.ShouldBeTrue();
        test.Publish().Dispose();
        test.Store.PublishPending.ShouldBeFalse();
        test.Load("r1 d1 A1 expert 2");
        test.Store.PublishPending.ShouldBeTrue();
    }

    [Fact]
    public void A_rollback_is_not_undone_by_the_next_run()
    {
        using var test = new TestStore(TestStore.SmallCity);
        test.Load("r1 d1 A1 expert 1");
        var first = Publisher.Publish(test.Store).Snapshot!;
        test.Load("r1 d1 A1 expert 2");
        Publisher.Publish(test.Store);
        Publisher.Rollback(test.Store, first.Id).ShouldNotBeNull();
        test.Store.PublishPending.ShouldBeFalse();
        Publisher.Rollback(test.Store, "nothing").ShouldBeNull();
    }
}
