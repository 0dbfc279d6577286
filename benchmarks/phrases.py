"""The words that generated plans are made of; names of places are put together from common syllables."""

from typing import NamedTuple


class Activity(NamedTuple):
    """A sort of task; `{n}` is its size, `{place}` where it is done."""

    title: str
    deliverable: str
    spent_on: str
    sector: str
    objective: int
    owner: str
    fund: str
    sizes: tuple[int, int]
    cost: int  # of one unit of size, in million đồng
    per: str


class Measure(NamedTuple):
    """A sort of indicator."""

    id: str
    name: str
    definition: str
    level: str
    objective: int
    unit: str
    counts: str
    direction: str
    start: tuple[int, int]  # tenths
    step: tuple[int, int]  # tenths
    source: str
    collector: str
    frequency: str
    split: str


FIRST = (
    "An Bình Bảo Cẩm Châu Cao Chí Đại Đăng Đông Đồng Đức Gia Hải Hạ Hàm Hậu Hiệp Hòa Hoàng Hồng Hợp Hưng Hương Khánh Kim Lạc Lâm Lệ Liên "
    "Long Lộc Lương Mai Minh Mỹ Nam Nghĩa Ngọc Nhân Ninh Phong Phú Phúc Phước Quảng Quang Quế Sơn Tam Tân Tây Thái Thanh Thạnh Thiện Thịnh "
    "Thuận Thượng Tiên Tiến Trà Trung Trường Tú Vạn Văn Vĩnh Xuân Yên"
).split()
SECOND = (
    "An Bình Cường Châu Dương Đà Đạo Điền Giang Hà Hải Hiệp Hòa Hội Hưng Khê La Lâm Lập Lễ Linh Lĩnh Lộc Lợi Mai Minh Mỹ Nghĩa Ngãi Ninh "
    "Phong Phú Phước Quang Quý Sơn Tâm Tân Thạch Thái Thành Thắng Thiện Thịnh Thọ Thới Thủy Tiến Trạch Trị Trung Tường Vân Viên Xá Xuân Yên"
).split()
VILLAGE_FIRST = "Nà Bản Khe Suối Đồi Gò Bãi Đồng Xóm Lũng Pác Cầu Hang Làng Bến".split()
VILLAGE_SECOND = "Mới Trên Dưới Giữa Lạc Mòn Pheo Bưởi Quýt Cọ Sim Đá Vàng Lau Tranh Mạ Luông Sung Ngòi Chè Quế Bồng".split()

ACTIVITIES = (
    Activity("Cứng hóa {n} km đường {place}", "{n} km đường bê tông được nghiệm thu và bàn giao", "Xây lắp và cống thoát nước", "Giao thông", 3, "ban-qlda", "ctmtqg", (1, 4), 620, "km"),
    Activity("Sửa chữa {n} tuyến mương tưới ở {place}", "{n} tuyến mương thông nước trước vụ mùa", "Vật liệu và nhân công xây lắp", "Thủy lợi", 3, "ban-qlda", "ns-tinh", (1, 5), 180, "tuyến"),
    Activity("Trồng mới {n} ha quế hữu cơ tại {place}", "{n} ha quế có nhật ký sản xuất", "Cây giống và phân bón hữu cơ", "Nông nghiệp", 1, "phong-kinh-te", "ctmtqg", (5, 40), 18, "ha"),
    Activity("Cải tạo {n} ha chè trung du ở {place}", "{n} ha chè được đốn, chăm sóc theo quy trình", "Vật tư và tập huấn kỹ thuật", "Nông nghiệp", 1, "phong-kinh-te", "ns-xa", (3, 25), 9, "ha"),
    Activity("Hỗ trợ {n} nhóm hộ nuôi lợn đen tại {place}", "{n} nhóm hộ có chuồng đạt chuẩn và hợp đồng tiêu thụ", "Con giống và tiêm phòng", "Chăn nuôi", 1, "hoi-nd", "tin-dung", (2, 8), 45, "nhóm"),
    Activity("Tiêm phòng đợt {n} cho đàn gia súc ở {place}", "Trên 90% đàn gia súc được tiêm phòng", "Vắc xin và công tiêm", "Chăn nuôi", 1, "tt-dvnn", "ns-xa", (1, 4), 15, "đợt"),
    Activity("Mở {n} lớp dạy nghề ngắn hạn tại {place}", "{n} lớp kết thúc, học viên được cấp chứng chỉ", "Giảng viên, học liệu và thực hành", "Lao động", 2, "phong-vhxh", "ctmtqg", (1, 6), 60, "lớp"),
    Activity("Làm nhà ở cho {n} hộ nghèo ở {place}", "{n} căn nhà được bàn giao trước mùa mưa", "Hỗ trợ vật liệu và nhân công", "Giảm nghèo", 2, "ub-mttq", "ns-tinh", (2, 15), 60, "hộ"),
    Activity("Sửa {n} phòng học của điểm trường {place}", "{n} phòng học dùng được từ ngày khai giảng", "Sửa chữa và thiết bị", "Giáo dục", 2, "truong-hoc", "ns-tinh", (1, 8), 130, "phòng"),
    Activity("Khám sức khỏe định kỳ cho {n} người cao tuổi ở {place}", "{n} người cao tuổi có hồ sơ sức khỏe", "Thuốc và vật tư y tế", "Y tế", 2, "tram-y-te", "ns-xa", (40, 180), 1, "người"),
    Activity("Vận động {n} hộ tham gia bảo hiểm y tế tại {place}", "{n} hộ có đủ thẻ bảo hiểm y tế", "Truyền thông và hỗ trợ mua thẻ", "Y tế", 2, "tram-y-te", "ns-xa", (20, 90), 1, "hộ"),
    Activity("Trang bị nhà văn hóa {place} với {n} bộ thiết bị", "Nhà văn hóa hoạt động thường xuyên", "Mua sắm thiết bị", "Văn hóa", 2, "phong-vhxh", "xa-hoi-hoa", (1, 4), 22, "bộ"),
    Activity("Lập {n} tổ thu gom rác ở {place}", "{n} tổ thu gom đi vào hoạt động", "Xe đẩy tay và điểm tập kết", "Môi trường", 4, "hoi-pn", "ns-xa", (1, 4), 24, "tổ"),
    Activity("Trồng {n} nghìn cây phân tán tại {place}", "{n} nghìn cây được trồng và giao cho hộ chăm sóc", "Cây giống", "Lâm nghiệp", 4, "phong-kinh-te", "dan-gop", (1, 9), 8, "nghìn cây"),
    Activity("Cắm {n} biển cảnh báo sạt lở ở {place}", "{n} điểm nguy cơ có biển và người trực", "Biển cảnh báo và loa cầm tay", "Phòng, chống thiên tai", 4, "ban-ptds", "ns-tinh", (2, 12), 6, "biển"),
    Activity("Diễn tập sơ tán lần {n} tại {place}", "Phương án sơ tán của thôn được duyệt sau diễn tập", "Hậu cần và tập huấn", "Phòng, chống thiên tai", 4, "ban-ptds", "ns-xa", (1, 3), 28, "lần"),
    Activity("Mở {n} điểm hỗ trợ dịch vụ công trực tuyến ở {place}", "{n} điểm có máy và người trực", "Máy tính và đường truyền", "Hành chính", 5, "tt-hcc", "ns-xa", (1, 3), 16, "điểm"),
    Activity("Số hóa {n} trăm hồ sơ hộ tịch của {place}", "{n} trăm hồ sơ được nhập và đối chiếu", "Nhập liệu và kiểm tra chéo", "Hành chính", 5, "vp-xa", "ns-xa", (2, 15), 5, "trăm hồ sơ"),
    Activity("Lắp {n} bóng đèn năng lượng mặt trời trên đường {place}", "{n} bóng đèn sáng và có người quản lý", "Đèn và cột", "Giao thông", 3, "doan-tn", "xa-hoi-hoa", (10, 60), 2, "bóng"),
    Activity("Kéo {n} km đường ống nước sạch về {place}", "{n} km đường ống cấp nước ổn định", "Ống, bể lọc và đồng hồ", "Nước sạch", 3, "ban-qlda", "ctmtqg", (1, 6), 210, "km"),
    Activity("Cho {n} hộ vay vốn phát triển sản xuất ở {place}", "{n} hộ được giải ngân đúng mục đích", "Vốn vay ưu đãi", "Tín dụng", 1, "nhcsxh", "tin-dung", (5, 30), 40, "hộ"),
    Activity("Liên kết bao tiêu {n} tấn nông sản của {place}", "Hợp đồng bao tiêu {n} tấn được ký trước vụ", "Bao bì và sơ chế", "Thương mại", 1, "htx-que", "von-dn", (10, 90), 4, "tấn"),
    Activity("Tổ chức {n} buổi đối thoại với người dân {place}", "Biên bản {n} buổi đối thoại được niêm yết", "Tổ chức và in ấn tài liệu", "Quản trị", 5, "vp-xa", "ns-xa", (1, 4), 4, "buổi"),
    Activity("Tập huấn {n} ngày về sổ sách cho tổ nhóm {place}", "Các tổ nhóm có sổ theo dõi thu, chi", "Giảng viên và tài liệu", "Lao động", 5, "hoi-pn", "ns-xa", (1, 5), 7, "ngày"),
)  # fmt: skip

METHODS = (
    "Thôn bàn và chọn hộ tham gia, đơn vị chủ trì lập danh sách và niêm yết công khai trước khi làm.",
    "Cán bộ chuyên môn hướng dẫn tại chỗ, tổ giám sát cộng đồng theo dõi từng phần việc và ký biên bản.",
    "Đấu thầu qua mạng, thi công theo từng đoạn, nghiệm thu phần khuất trước khi làm phần tiếp theo.",
    "Chọn điểm làm trước, rút kinh nghiệm rồi mở rộng ra các thôn còn lại vào nửa cuối năm.",
    "Lồng ghép với các chương trình đang thực hiện trên địa bàn để không trùng đối tượng hỗ trợ.",
)
REASONS = (
    "Chỉ tiêu năm trước chưa đạt kế hoạch",
    "Kiến nghị của cử tri qua ba kỳ họp",
    "Kết quả rà soát hộ nghèo và phiếu đánh giá nhu cầu của thôn",
    "Công trình hư hỏng sau mùa mưa lũ",
)
STEPS = (
    "Khảo sát và thống nhất danh sách với thôn",
    "Lập hồ sơ, dự toán và trình duyệt",
    "Tổ chức thực hiện và giám sát cộng đồng",
    "Nghiệm thu, bàn giao và công khai kết quả",
)

OBJECTIVES = (
    ("Phát triển sản xuất hàng hóa theo chuỗi giá trị, tăng thu nhập cho hộ gia đình", "economic"),
    ("Giảm nghèo, nâng chất lượng y tế, giáo dục và đời sống văn hóa", "social"),
    ("Hoàn thiện đường thôn, thủy lợi nhỏ và công trình nước sạch", "economic"),
    ("Giữ môi trường sạch và chủ động phòng, chống thiên tai", "environmental"),
    ("Nâng chất lượng phục vụ hành chính và sử dụng vốn công", "governance"),
)
OUTPUTS = (
    "Vùng sản xuất hàng hóa có hợp đồng tiêu thụ",
    "Hộ nghèo và cận nghèo tiếp cận được dịch vụ cơ bản",
    "Công trình hạ tầng thiết yếu được bàn giao",
    "Cộng đồng sẵn sàng ứng phó thiên tai và giữ vệ sinh chung",
    "Người dân được phục vụ nhanh và được biết, được bàn",
)

MEASURES = (
    Measure("thu-nhap", "Thu nhập bình quân đầu người", "Tổng thu nhập trong năm của các hộ chia cho số nhân khẩu thực tế thường trú", "impact", 1, "triệu đồng/người/năm", "money", "increase", (320, 620), (15, 50), "Khảo sát mức sống hộ gia đình", "phong-kinh-te", "annual", "ethnicity, poverty"),
    Measure("ty-le-ngheo", "Tỷ lệ hộ nghèo đa chiều", "Số hộ nghèo theo chuẩn đa chiều chia cho tổng số hộ tại kỳ rà soát", "impact", 2, '"%"', "households", "decrease", (80, 260), (10, 35), "Kết quả rà soát hộ nghèo hằng năm", "phong-vhxh", "annual", "sex, ethnicity, poverty"),
    Measure("thu-ngan-sach", "Thu ngân sách nhà nước trên địa bàn", "Tổng các khoản thu ngân sách nhà nước phát sinh trên địa bàn trong năm", "outcome", 1, "triệu đồng", "money", "increase", (20000, 90000), (1000, 6000), "Báo cáo thu ngân sách của Kho bạc", "phong-kinh-te", "monthly", ""),
    Measure("dien-tich-cay", "Diện tích cây trồng chủ lực được chứng nhận", "Diện tích có giấy chứng nhận còn hiệu lực", "outcome", 1, "ha", "things", "increase", (400, 2200), (50, 400), "Giấy chứng nhận và bản đồ vùng trồng", "htx-que", "semiannual", ""),
    Measure("bhyt", "Tỷ lệ dân số tham gia bảo hiểm y tế", "Số người có thẻ bảo hiểm y tế còn hạn chia cho dân số trung bình", "outcome", 2, '"%"', "people", "increase", (860, 930), (5, 25), "Dữ liệu của cơ quan Bảo hiểm xã hội", "tram-y-te", "quarterly", "sex, ethnicity, poverty"),
    Measure("duong-cung-hoa", "Tỷ lệ đường thôn được cứng hóa", "Chiều dài đường thôn đã cứng hóa chia cho tổng chiều dài đường thôn", "output", 3, '"%"', "rate", "increase", (550, 800), (20, 80), "Biên bản nghiệm thu công trình", "ban-qlda", "quarterly", ""),
    Measure("rac-thai", "Tỷ lệ rác thải sinh hoạt được thu gom", "Khối lượng rác thu gom được chia cho khối lượng rác phát sinh ước tính", "outcome", 4, '"%"', "rate", "increase", (500, 750), (20, 90), "Sổ cân rác tại điểm tập kết", "hoi-pn", "quarterly", ""),
    Measure("dvc-truc-tuyen", "Tỷ lệ hồ sơ nộp trực tuyến", "Số hồ sơ nộp trực tuyến chia cho tổng số hồ sơ tiếp nhận", "outcome", 5, '"%"', "rate", "increase", (400, 700), (40, 120), "Hệ thống thông tin giải quyết thủ tục hành chính", "tt-hcc", "monthly", ""),
    Measure("lao-dong", "Tỷ lệ lao động qua đào tạo", "Số lao động từ đủ 15 tuổi đã qua đào tạo chia cho tổng số lao động", "outcome", 2, '"%"', "people", "increase", (250, 480), (15, 40), "Sổ theo dõi lao động của các thôn", "phong-vhxh", "semiannual", "sex, ethnicity, poverty"),
    Measure("thap-coi", "Tỷ lệ trẻ dưới 5 tuổi suy dinh dưỡng thể thấp còi", "Số trẻ dưới 5 tuổi thấp còi chia cho số trẻ dưới 5 tuổi được cân đo", "impact", 2, '"%"', "people", "decrease", (140, 280), (5, 20), "Sổ cân đo trẻ em", "tram-y-te", "semiannual", "sex, ethnicity, poverty"),
    Measure("nuoc-sach", "Tỷ lệ hộ dùng nước hợp vệ sinh", "Số hộ dùng nước hợp vệ sinh chia cho tổng số hộ", "outcome", 3, '"%"', "households", "increase", (700, 900), (10, 50), "Phiếu điều tra của thôn", "phong-vhxh", "annual", "ethnicity, poverty"),
    Measure("che-phu", "Tỷ lệ che phủ rừng", "Diện tích đất có rừng chia cho diện tích tự nhiên", "impact", 4, '"%"', "rate", "increase", (420, 650), (1, 8), "Kết quả theo dõi diễn biến rừng", "phong-kinh-te", "annual", ""),
    Measure("giai-ngan", "Tỷ lệ giải ngân vốn của kế hoạch", "Số vốn đã giải ngân chia cho số vốn được giao của kế hoạch năm", "input", 5, '"%"', "rate", "increase", (850, 940), (10, 50), "Báo cáo đối chiếu với Kho bạc", "phong-kinh-te", "monthly", ""),
    Measure("ho-nguy-co", "Tỷ lệ hộ vùng nguy cơ nắm được phương án sơ tán", "Số hộ trong vùng nguy cơ đã diễn tập chia cho số hộ trong vùng nguy cơ", "outcome", 4, '"%"', "households", "increase", (450, 800), (50, 150), "Biên bản diễn tập tại thôn", "ban-ptds", "semiannual", "sex, ethnicity, poverty"),
)  # fmt: skip

OWNERS = (
    ("hdnd-xa", "Hội đồng nhân dân {place}", "elected_body", "Thường trực Hội đồng nhân dân", ""),
    ("ubnd-xa", "Ủy ban nhân dân {place}", "government", "Chủ tịch", ""),
    ("vp-xa", "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân {place}", "government", "Chánh Văn phòng", ""),
    ("phong-kinh-te", "Phòng Kinh tế {place}", "government", "Trưởng phòng", ""),
    ("phong-vhxh", "Phòng Văn hóa - Xã hội {place}", "government", "Trưởng phòng", ""),
    ("tt-hcc", "Trung tâm Phục vụ hành chính công {place}", "government", "Giám đốc", ""),
    ("ban-qlda", "Ban Quản lý dự án {place}", "government", "Giám đốc", ""),
    ("ban-ptds", "Ban Chỉ huy phòng thủ dân sự {place}", "government", "Trực ban", ""),
    ("truong-hoc", "Các trường học trên địa bàn {place}", "government", "Hiệu trưởng", "children"),
    ("tram-y-te", "Trạm Y tế {place}", "government", "Trạm trưởng", ""),
    ("tt-dvnn", "Trung tâm Dịch vụ nông nghiệp khu vực {place}", "government", "Khuyến nông viên", ""),
    ("ub-mttq", "Ủy ban Mặt trận Tổ quốc Việt Nam {place}", "mass_organisation", "Chủ tịch", "poor"),
    ("hoi-nd", "Hội Nông dân {place}", "mass_organisation", "Chủ tịch", ""),
    ("hoi-pn", "Hội Liên hiệp Phụ nữ {place}", "mass_organisation", "Chủ tịch", "women"),
    ("doan-tn", "Đoàn Thanh niên {place}", "mass_organisation", "Bí thư", "youth"),
    ("htx-que", "Hợp tác xã nông nghiệp {place}", "cooperative", "Giám đốc", ""),
    ("dn-que", "Doanh nghiệp bao tiêu nông sản {place}", "enterprise", "Phụ trách vùng nguyên liệu", ""),
    ("nhcsxh", "Phòng giao dịch Ngân hàng Chính sách xã hội {place}", "government", "Cán bộ tín dụng", ""),
    ("so-tai-chinh", "Sở Tài chính", "government", "Phòng Quản lý ngân sách", ""),
    ("so-nnmt", "Sở Nông nghiệp và Môi trường", "government", "Phòng Kế hoạch", ""),
)
PROVINCIAL = frozenset(("so-tai-chinh", "so-nnmt", "tt-dvnn", "nhcsxh"))

FUNDS = (
    ("ctmtqg", "Chương trình mục tiêu quốc gia", "national_target_programme", "development_investment", "allocated", "so-nnmt"),
    ("ns-tinh", "Ngân sách tỉnh", "provincial_budget", "development_investment", "allocated", "so-tai-chinh"),
    ("ns-xa", "Ngân sách xã", "commune_budget", "recurrent", "allocated", "phong-kinh-te"),
    ("tin-dung", "Tín dụng chính sách", "policy_credit", "", "committed", "nhcsxh"),
    ("von-dn", "Vốn của doanh nghiệp bao tiêu", "enterprise", "", "committed", "dn-que"),
    ("dan-gop", "Tiền dân góp", "community_cash", "", "committed", "ub-mttq"),
    ("xa-hoi-hoa", "Nguồn xã hội hóa", "social_mobilisation", "", "committed", "ub-mttq"),
)

RISKS = (
    ("Mưa lớn, lũ quét, sạt lở làm gián đoạn thi công ở {place}", "natural", "ban-ptds", "Làm phần nền và cống trước tháng 6, theo dõi cảnh báo mưa hằng ngày", "Chuyển nhân lực sang đoạn an toàn, dùng tổ xung kích để thông đường trong 48 giờ"),
    ("Giá nông sản giảm, thương lái bỏ cọc tại {place}", "market", "phong-kinh-te", "Ký giá sàn trong hợp đồng và mời thêm đầu mối thu mua", "Hợp tác xã sơ chế và trữ kho chờ giá"),
    ("Dịch bệnh vật nuôi lan vào {place}", "technical", "hoi-nd", "Tiêm phòng, khử trùng chuồng và kiểm soát vận chuyển", "Khoanh vùng, tiêu hủy theo quy định và giãn nợ vay cho hộ bị thiệt hại"),
    ("Vốn cấp trên về chậm so với tiến độ của {place}", "financial", "phong-kinh-te", "Hoàn thành hồ sơ sớm và đăng ký nhu cầu rút vốn từng quý", "Làm trước phần dùng vốn xã, vốn dân góp và ngày công"),
    ("Cán bộ mới nhận việc phụ trách {place} chưa quen nhiệm vụ", "organisational", "vp-xa", "Tập huấn đầu năm và phân công người kèm việc", "Tạm giao việc cho đơn vị phối hợp đã có kinh nghiệm"),
    ("Người dân {place} bận mùa vụ nên ít tham gia", "social", "phong-vhxh", "Xếp lịch tránh vụ thu hoạch, họp thôn vào buổi tối", "Tổ chức bù tại từng cụm dân cư"),
    ("Vướng mắc về đất khi mở rộng mặt bằng ở {place}", "legal", "ban-qlda", "Vận động hiến đất và đo đạc trước khi duyệt hồ sơ", "Điều chỉnh tuyến, làm trước đoạn đã có mặt bằng"),
)  # fmt: skip
