//! Nothing is due at 22:05: the desk's hours before it, or when it opens next.

use sprachpool::settings::desk_hours::due;

use super::rules;

#[test]
fn due_lies_within_the_desks_hours() {
    let rules = rules();
    // Now, by when, may it wait -> due. 2027-03-01 is a Monday; Easter Monday is 2027-03-29.
    let table = [
        ("2027-03-01 14:05", "2027-03-01 22:05", true, "2027-03-01 16:00"),
        ("2027-03-01 14:05", "2027-03-01 22:05", false, "2027-03-01 16:00"),
        ("2027-03-01 10:00", "2027-03-02 11:40", true, "2027-03-02 11:00"),
        ("2027-03-01 15:30", "2027-03-01 23:30", true, "2027-03-02 08:00"),
        ("2027-03-01 15:30", "2027-03-01 23:30", false, "2027-03-01 23:30"),
        ("2027-03-01 23:00", "2027-03-02 07:00", true, "2027-03-02 08:00"),
        ("2027-03-05 10:00", "2027-03-07 12:00", false, "2027-03-05 16:00"),
        ("2027-03-05 18:00", "2027-03-06 02:00", true, "2027-03-08 08:00"),
        ("2027-03-26 12:00", "2027-03-29 12:00", true, "2027-03-30 08:00"),
        ("2027-03-01 10:00", "2027-03-01 10:20", true, "2027-03-01 10:20"),
        ("2027-03-01 10:00", "2027-03-01 10:00", true, "2027-03-01 10:00"),
        ("2027-03-01 12:00", "2027-03-01 11:00", true, "2027-03-01 11:00"),
    ];
    for (now, by, may_wait, wanted) in table {
        let moment = |text: &str| {
            let (day, time) = text.split_once(' ').expect("a day and a time");
            let (day, time) = (day.parse().expect("a day"), time.parse().expect("a time"));
            rules.to_utc(day, time).expect("it exists")
        };
        let found = rules.local(due(&rules, moment(now), moment(by), may_wait));
        assert_eq!(
            found.format("%Y-%m-%d %H:%M").to_string(),
            wanted,
            "{now} {by} {may_wait}"
        );
    }
}
